package org.serviceledger.query.publicsite;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.projection.act.ActDocument;
import org.serviceledger.projection.act.Acts;
import org.serviceledger.projection.cases.CaseDocument;
import org.serviceledger.projection.cases.Cases;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.evaluation.EvaluationDocument;
import org.serviceledger.projection.evaluation.Evaluations;
import org.serviceledger.projection.organization.OrganizationDocument;
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

/** Tells how far a case has come to anyone who knows its number and code. */
@Service
public class PublicProgress {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_CODE = 40;
    private static final int MOST_STEPS = 1000;
    private static final String PREFIX = "case-";

    /** Acts within the office, which are not shown to the public. */
    private static final Set<String> INTERNAL = Set.of("case.objection-raised", "case.first-asked");

    private final Documents documents;
    private final Directory directory;
    private final AsOf asOf;
    private final Attempts attempts;
    private final CodeHasher codes;

    PublicProgress(Documents documents, Directory directory, AsOf asOf, Attempts attempts, CodeHasher codes) {
        this.documents = documents;
        this.directory = directory;
        this.asOf = asOf;
        this.attempts = attempts;
        this.codes = codes;
    }

    /**
     * Returns the progress of a case. The answer does not reveal whether the number is wrong, the code is wrong, or the
     * case has no code.
     *
     * @throws CannotAnswer if there is no case with this number and code, too many wrong codes were given, or it cannot
     *     be read now
     */
    public Progress of(@Nullable String number, @Nullable String code, Freshness freshness) {
        var faults = new Faults()
                .text("number", number, LONGEST_NUMBER)
                .text("code", code, LONGEST_CODE)
                .freshness(freshness);
        if (number == null) {
            faults.add("number", Message.of("fault.required"));
        }
        if (code == null) {
            faults.add("code", Message.of("fault.required"));
        }
        faults.refuseIfAny();
        return number == null || code == null ? notFound() : tell(number.strip(), code.strip(), freshness);
    }

    private Progress tell(String asked, String code, Freshness freshness) {
        var number = asked.startsWith(PREFIX) ? asked.substring(PREFIX.length()) : asked;
        attempts.mustNotBeTooMany(number);
        var position = asOf.await(freshness, List.of(Cases.NAME, Acts.NAME, Evaluations.NAME));
        var found = find(number).filter(each -> codes.isCodeOf(each, code));
        if (found.isEmpty()) {
            attempts.failed(number);
            return notFound();
        }
        return progress(found.get(), position);
    }

    private static Progress notFound() {
        throw new CannotAnswer(new NotFound(Message.of("what.case-by-code")));
    }

    private Optional<CaseDocument> find(String number) {
        try {
            return documents.find(
                    Cases.NAME, CaseDocument.class, VisibleTo.everyone(), List.of(new CaseId(PREFIX + number).value()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Progress progress(CaseDocument of, long position) {
        var result = of.result();
        return ProgressBuilder.builder()
                .number(of.number())
                .itemName(of.itemName())
                .organisation(directory.nameOf(of.organization()))
                .organisationPhone(directory
                        .find(of.organization())
                        .map(OrganizationDocument::phone)
                        .orElse(null))
                .state(of.state().name())
                .stateTerm(of.state().term())
                .open(of.open())
                .appliedAt(of.appliedAt())
                .promisedDue(of.promisedDue())
                .finishedAt(of.finishedAt())
                .resultTerm(result == null ? null : result.term())
                .missing(of.missing())
                .supplementDue(of.missing().isEmpty() ? null : of.supplementDue())
                .steps(steps(of.caseId()))
                .mayRate(isInvited(of))
                .rated(of.rating())
                .asOf(position)
                .build();
    }

    private List<Progress.Step> steps(CaseId caseId) {
        var acts = documents.search(
                Acts.NAME,
                ActDocument.class,
                VisibleTo.everyone(),
                Queries.and(Queries.term("caseId", caseId.value()), Queries.term("subject", "case")),
                search -> search.size(MOST_STEPS)
                        .sort(sort ->
                                sort.field(field -> field.field("position").order(SortOrder.Asc))));
        return Documents.sources(acts).stream()
                .filter(act -> !INTERNAL.contains(act.type()))
                .map(act -> new Progress.Step(
                        act.occurredAt(), act.type(), EventTypes.term(act.type()), act.step(), act.position()))
                .toList();
    }

    private boolean isInvited(CaseDocument of) {
        var evaluations = documents.search(
                Evaluations.NAME,
                EvaluationDocument.class,
                VisibleTo.everyone(),
                Queries.term("caseId", of.caseId().value()),
                search -> search.size(1));
        return Documents.sources(evaluations).stream()
                .anyMatch(evaluation ->
                        evaluation.invitedAt() != null && evaluation.ratings().isEmpty());
    }
}
