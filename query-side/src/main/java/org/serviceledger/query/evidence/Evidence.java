package org.serviceledger.query.evidence;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.organization.OrganizationEvent.LeaderAppointed;
import org.serviceledger.projection.act.ActDocument;
import org.serviceledger.projection.act.Acts;
import org.serviceledger.query.acts.ActView;
import org.serviceledger.query.cases.CaseChain;
import org.serviceledger.query.cases.Chain;
import org.serviceledger.query.log.CurrentCheckpoint;
import org.serviceledger.query.publicsite.Progress;
import org.serviceledger.query.publicsite.PublicProgress;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.store.evidence.EvidenceBundle;
import org.serviceledger.store.log.Checkpoint;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Selects the events that a user may download as evidence of a case: exactly those that they are shown. */
@Service
class Evidence {

    private static final int MOST_APPOINTMENTS = 1000;

    private final CaseChain chains;
    private final PublicProgress progress;
    private final Documents documents;
    private final CurrentCheckpoint current;
    private final ChainPaper paper;

    Evidence(
            CaseChain chains,
            PublicProgress progress,
            Documents documents,
            CurrentCheckpoint current,
            MessageSource words) {
        this.chains = chains;
        this.progress = progress;
        this.documents = documents;
        this.current = current;
        this.paper = new ChainPaper(words);
    }

    /** A bundle and the name of the downloaded file. */
    record Taken(String name, EvidenceBundle bundle) {}

    /** Returns the whole chain of a case and the appointments of the leaders it names. Only investigators get it. */
    Taken ofCase(String idOrNumber, Freshness freshness, SignedIn user) {
        VisibleTo.user(user).mustTakeEvidence();
        var chain = chains.of(idOrNumber, freshness, user);
        var appointments = appointments(chain);
        var positions = new ArrayList<Long>();
        chain.acts().forEach(act -> positions.add(act.position()));
        appointments.forEach(act -> positions.add(act.position()));
        var note = current.covering(last(positions));
        var keys = current.keys(note);
        var page = paper.of(chain, appointments, Checkpoint.parse(note.text()), keys.getFirst());
        var bundle = new EvidenceBundle(
                chain.file().summary().id(), Optional.of(page), positions, excerpts(chain, appointments), note, keys);
        return new Taken("evidence-" + chain.file().summary().number() + ".zip", bundle);
    }

    /**
     * Returns the leaves and proofs of the events shown to the applicant. The events themselves are left out, because
     * they name staff.
     */
    Taken receipts(@Nullable String number, @Nullable String code, Freshness freshness) {
        var shown = progress.of(number, code, freshness);
        var positions = shown.steps().stream().map(Progress.Step::position).toList();
        var note = current.covering(last(positions));
        var bundle =
                new EvidenceBundle(shown.number(), Optional.empty(), positions, Set.of(), note, current.keys(note));
        return new Taken("receipts-" + shown.number() + ".zip", bundle);
    }

    private static long last(List<Long> positions) {
        return positions.stream().max(Comparator.naturalOrder()).orElse(0L);
    }

    private List<ActDocument> appointments(Chain chain) {
        var leaders = chain.leaders().stream().map(Chain.Leader::person).toList();
        if (leaders.isEmpty()) {
            return List.of();
        }
        var wanted = Queries.and(
                Queries.term("type", EventTypes.wireName(LeaderAppointed.class)),
                Queries.term("organization", chain.file().summary().organisationId()),
                Queries.terms("concerned", leaders));
        return Documents.sources(documents.search(
                Acts.NAME,
                ActDocument.class,
                VisibleTo.everyone(),
                wanted,
                search -> search.size(MOST_APPOINTMENTS)
                        .sort(sort ->
                                sort.field(field -> field.field("position").order(SortOrder.Asc)))));
    }

    /**
     * Returns the streams that the bundle does not claim to hold completely: all but the stream of the case. The events
     * of its evaluation are missing if the user may not see them.
     */
    private static Set<String> excerpts(Chain chain, List<ActDocument> appointments) {
        var excerpts = appointments.stream().map(ActDocument::streamId).collect(Collectors.toSet());
        chain.acts().stream()
                .map(ActView::streamId)
                .filter(stream -> !stream.equals(chain.file().summary().id()))
                .forEach(excerpts::add);
        return excerpts;
    }
}
