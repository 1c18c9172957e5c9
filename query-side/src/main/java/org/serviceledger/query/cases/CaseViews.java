package org.serviceledger.query.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.projection.cases.CaseDocument;
import org.serviceledger.query.cases.CaseFile.Limit;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Highlight;
import org.serviceledger.query.shared.VisibleTo;
import org.springframework.stereotype.Component;

/** Converts case documents to what the user may see of them. */
@Component
class CaseViews {

    private final Directory directory;

    CaseViews(Directory directory) {
        this.directory = directory;
    }

    CaseSummary summary(CaseDocument of, @Nullable String words, VisibleTo visible, Instant now) {
        var handler = of.handler();
        return CaseSummaryBuilder.builder()
                .id(of.caseId().value())
                .number(of.number())
                .title(of.title())
                .itemId(of.item() == null ? null : of.item().value())
                .itemName(of.itemName())
                .department(of.department())
                .category(of.category())
                .kind(of.kind())
                .organisationId(of.organization().value())
                .organisation(directory.nameOf(of.organization()))
                .window(of.window() == null ? null : of.window().value())
                .windowName(directory.nameOf(of.window()))
                .state(of.state())
                .stateTerm(of.state().term())
                .open(of.open())
                .applicant(visible.applicant(of.applicantName()))
                .handler(handler == null ? null : handler.person())
                .handlerName(handler == null ? null : handler.name())
                .appliedAt(of.appliedAt())
                .receivedAt(of.receivedAt())
                .acceptedAt(of.acceptedAt())
                .finishedAt(of.finishedAt())
                .promisedDue(of.promisedDue())
                .overdue(isOverdue(of, now))
                .result(of.result())
                .timeliness(of.timeliness())
                .usedWorkingDays(of.usedWorkingDays())
                .elapsedSeconds(of.elapsedSeconds())
                .rating(rating(of, visible))
                .imported(of.imported())
                .highlights(highlights(of, words))
                .position(of.position())
                .build();
    }

    CaseFile file(CaseDocument of, VisibleTo visible, Instant now, long asOf) {
        return CaseFileBuilder.builder()
                .summary(summary(of, null, visible, now))
                .provenance(of.provenance())
                .channel(of.channel())
                .agent(of.agent())
                .zeroMaterial(of.zeroMaterial())
                .firstAsked(of.firstAsked())
                .people(of.people())
                .decidedAt(of.decidedAt())
                .deliveredAt(of.deliveredAt())
                .acceptanceDue(of.acceptanceDue())
                .supplementDue(of.supplementDue())
                .promised(new Limit(of.promisedLimit(), of.promisedDue(), of.promised()))
                .legal(new Limit(of.legalLimit(), of.legalDue(), of.legal()))
                .missing(of.missing())
                .departments(of.departments())
                .openSteps(of.openSteps())
                .extendedWorkingDays(of.extendedWorkingDays())
                .deductedWorkingDays(of.deductedWorkingDays())
                .overdueWorkingDays(of.overdueWorkingDays())
                .pastLegalLimit(of.pastLegalLimit())
                .reason(of.reason())
                .resultName(of.resultName())
                .resultNumber(of.resultNumber())
                .acts(of.acts())
                .asOf(asOf)
                .build();
    }

    private static boolean isOverdue(CaseDocument of, Instant now) {
        var due = of.promisedDue();
        return of.open() && of.clockRunning() && due != null && due.isBefore(now);
    }

    private static @Nullable RatingLevel rating(CaseDocument of, VisibleTo visible) {
        var handler = of.handler();
        return visible.mayReadRatingsOf(handler == null ? null : handler.person()) ? of.rating() : null;
    }

    /** Marks the words only in fields that do not name the applicant. */
    private static Map<String, String> highlights(CaseDocument of, @Nullable String words) {
        var marked = new LinkedHashMap<String, String>();
        if (words != null) {
            mark(marked, "number", of.number(), words);
            mark(marked, "title", of.title(), words);
            mark(marked, "itemName", of.itemName(), words);
            mark(marked, "department", of.department(), words);
            mark(marked, "resultName", of.resultName(), words);
        }
        return marked;
    }

    private static void mark(Map<String, String> marked, String field, @Nullable String text, String words) {
        if (text != null && Highlight.isIn(text, words)) {
            marked.put(field, Highlight.html(text, words));
        }
    }
}
