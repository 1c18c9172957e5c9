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
        return new CaseSummary(
                of.caseId().value(),
                of.number(),
                of.title(),
                of.item() == null ? null : of.item().value(),
                of.itemName(),
                of.department(),
                of.category(),
                of.kind(),
                of.organization().value(),
                directory.nameOf(of.organization()),
                of.window() == null ? null : of.window().value(),
                directory.nameOf(of.window()),
                of.state(),
                of.state().term(),
                of.open(),
                visible.applicant(of.applicantName()),
                handler == null ? null : handler.person(),
                handler == null ? null : handler.name(),
                of.appliedAt(),
                of.receivedAt(),
                of.acceptedAt(),
                of.finishedAt(),
                of.promisedDue(),
                isOverdue(of, now),
                of.result(),
                of.timeliness(),
                of.usedWorkingDays(),
                of.elapsedSeconds(),
                rating(of, visible),
                of.imported(),
                highlights(of, words),
                of.position());
    }

    CaseFile file(CaseDocument of, VisibleTo visible, Instant now, long asOf) {
        return new CaseFile(
                summary(of, null, visible, now),
                of.provenance(),
                of.channel(),
                of.agent(),
                of.zeroMaterial(),
                of.firstAsked(),
                of.people(),
                of.decidedAt(),
                of.deliveredAt(),
                of.acceptanceDue(),
                of.supplementDue(),
                new Limit(of.promisedLimit(), of.promisedDue(), of.promised()),
                new Limit(of.legalLimit(), of.legalDue(), of.legal()),
                of.missing(),
                of.departments(),
                of.openSteps(),
                of.extendedWorkingDays(),
                of.deductedWorkingDays(),
                of.overdueWorkingDays(),
                of.pastLegalLimit(),
                of.reason(),
                of.resultName(),
                of.resultNumber(),
                of.acts(),
                asOf);
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
