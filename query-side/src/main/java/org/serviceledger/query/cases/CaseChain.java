package org.serviceledger.query.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.projection.act.Acts;
import org.serviceledger.projection.cases.CaseDocument;
import org.serviceledger.projection.cases.Cases;
import org.serviceledger.projection.evaluation.EvaluationDocument;
import org.serviceledger.projection.evaluation.Evaluations;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.query.acts.ActSearch;
import org.serviceledger.query.acts.ActView;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.words.Message;
import org.springframework.stereotype.Service;

/** Shows one case and its chain: who did what, under which time limit, and who led the hall at the time. */
@Service
public class CaseChain {

    private static final String PREFIX = "case-";

    private final Documents documents;
    private final AsOf asOf;
    private final CaseViews views;
    private final ActSearch acts;
    private final Directory directory;
    private final Clock clock;

    CaseChain(Documents documents, AsOf asOf, CaseViews views, ActSearch acts, Directory directory, Clock clock) {
        this.documents = documents;
        this.asOf = asOf;
        this.views = views;
        this.acts = acts;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Returns the case with this identifier or number.
     *
     * @throws CannotAnswer if there is no such case in the user's scope, or it cannot be read now
     */
    public CaseFile file(String idOrNumber, Freshness freshness, SignedIn user) {
        new Faults().freshness(freshness).refuseIfAny();
        var visible = VisibleTo.user(user);
        var position = asOf.await(freshness, List.of(Cases.NAME));
        return views.file(find(idOrNumber, visible), visible, clock.instant(), position);
    }

    /**
     * Returns the case with all its acts.
     *
     * @throws CannotAnswer if there is no such case in the user's scope, or it cannot be read now
     */
    public Chain of(String idOrNumber, Freshness freshness, SignedIn user) {
        new Faults().freshness(freshness).refuseIfAny();
        var visible = VisibleTo.user(user);
        var position = asOf.await(freshness, List.of(Cases.NAME, Acts.NAME, Evaluations.NAME));
        var found = find(idOrNumber, visible);
        var inOrder = acts.chain(found.caseId(), visible);
        var evaluation = evaluation(found);
        return new Chain(
                views.file(found, visible, clock.instant(), position),
                inOrder,
                roles(inOrder),
                leaders(found),
                evaluation.isPresent(),
                evaluation
                        .filter(any -> visible.mayReadRatingsOf(any.served().person()))
                        .map(CaseChain::evaluation)
                        .orElse(null),
                position);
    }

    private CaseDocument find(String idOrNumber, VisibleTo visible) {
        var ids = ids(idOrNumber);
        return documents
                .find(Cases.NAME, CaseDocument.class, visible, ids)
                .orElseThrow(() -> new CannotAnswer(new NotFound(Message.of("what.case", "id", idOrNumber))));
    }

    /** Returns the identifiers to look up. A number may itself begin with {@code case-}, so both readings are tried. */
    private static List<String> ids(String idOrNumber) {
        var ids = new ArrayList<String>();
        if (idOrNumber.startsWith(PREFIX) && isId(idOrNumber)) {
            ids.add(idOrNumber);
        }
        if (isId(PREFIX + idOrNumber)) {
            ids.add(PREFIX + idOrNumber);
        }
        if (ids.isEmpty()) {
            throw CannotAnswer.because("id", Message.of("fault.case-id"));
        }
        return ids;
    }

    private static boolean isId(String text) {
        try {
            return new CaseId(text).value().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static List<Chain.Role> roles(List<ActView> acts) {
        var byRole = acts.stream().collect(Collectors.groupingBy(ActView::role, TreeMap::new, Collectors.toList()));
        return byRole.entrySet().stream()
                .filter(entry -> entry.getKey() != ActorRole.SYSTEM)
                .map(entry -> new Chain.Role(entry.getKey(), entry.getKey().term(), involved(entry.getValue())))
                .toList();
    }

    private static List<Chain.Involved> involved(List<ActView> acts) {
        return acts.stream().collect(Collectors.groupingBy(ActView::person)).values().stream()
                .map(CaseChain::involvement)
                .sorted(Comparator.comparing(Chain.Involved::first).thenComparing(Chain.Involved::person))
                .toList();
    }

    private static Chain.Involved involvement(List<ActView> ofOne) {
        var last = ofOne.getLast();
        var times = ofOne.stream().map(ActView::occurredAt).sorted().toList();
        return new Chain.Involved(
                last.person(),
                last.personName(),
                last.post(),
                last.organisation(),
                ofOne.size(),
                times.getFirst(),
                times.getLast());
    }

    /**
     * Returns the leaders in office at any time between the application and the end of the case, or today if it is
     * open.
     */
    private List<Chain.Leader> leaders(CaseDocument of) {
        var first = day(of.appliedAt());
        var ended = of.finishedAt();
        var last = ended == null ? day(clock.instant()) : day(ended);
        return directory.find(of.organization()).map(OrganizationDocument::leaders).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(OrganizationDocument.Leader::post, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(entry -> terms(entry).stream())
                .filter(leader -> !leader.from().isAfter(last))
                .filter(leader -> leader.to() == null || !leader.to().isBefore(first))
                .toList();
    }

    /** Dates the terms of one post. Each leader holds it until the day before the next one's term begins. */
    private static List<Chain.Leader> terms(Map.Entry<LeaderPost, List<OrganizationDocument.Leader>> post) {
        var inOrder = post.getValue().stream()
                .sorted(Comparator.comparing(OrganizationDocument.Leader::from))
                .toList();
        var terms = new ArrayList<Chain.Leader>();
        for (int i = 0; i < inOrder.size(); i++) {
            var leader = inOrder.get(i);
            var next = i + 1 < inOrder.size() ? inOrder.get(i + 1).from() : null;
            terms.add(new Chain.Leader(
                    post.getKey(),
                    post.getKey().term(),
                    leader.person().person(),
                    leader.person().name(),
                    leader.from(),
                    next == null ? null : next.minusDays(1)));
        }
        return terms;
    }

    private Optional<EvaluationDocument> evaluation(CaseDocument of) {
        return documents
                .search(
                        Evaluations.NAME,
                        EvaluationDocument.class,
                        VisibleTo.everyone(),
                        Queries.term("caseId", of.caseId().value()),
                        search -> search.size(1))
                .hits()
                .hits()
                .stream()
                .map(hit -> Objects.requireNonNull(hit.source()))
                .findFirst();
    }

    private static Chain.Evaluation evaluation(EvaluationDocument of) {
        return EvaluationBuilder.builder()
                .invitedAt(of.invitedAt())
                .ratings(of.ratings().stream()
                        .map(rating -> new Chain.Rating(
                                rating.number(),
                                rating.level(),
                                rating.level().term(),
                                rating.level().isBad(),
                                rating.channel(),
                                rating.details(),
                                rating.text(),
                                rating.ratedAt()))
                        .toList())
                .contactDue(of.contactDue())
                .contactedAt(of.contactedAt())
                .finding(of.finding())
                .rectifiedAt(of.rectifiedAt())
                .measures(of.measures())
                .calledBackAt(of.calledBackAt())
                .satisfiedAfterwards(of.satisfied())
                .answer(of.answer())
                .appealedAt(of.appealedAt())
                .excluded(of.excluded())
                .build();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(WorkingDayCalendar.CHINA).toLocalDate();
    }
}
