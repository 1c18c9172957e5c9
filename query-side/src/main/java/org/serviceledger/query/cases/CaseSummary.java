package org.serviceledger.query.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.projection.cases.CaseStage;

/**
 * A case in a list, as the user may see it.
 *
 * @param organisation the name, with {@code organisationId}
 * @param applicant the applicant's name, masked for users who may not know applicants
 * @param overdue whether the promised limit has passed, the clock is running and the case has not ended
 * @param rating absent for users who may not see single ratings
 * @param highlights the fields that contain the words searched for: escaped HTML with the words in {@code <mark>}
 */
@RecordBuilder
public record CaseSummary(
        String id,
        String number,
        String title,
        @Nullable String itemId,
        @Nullable String itemName,
        @Nullable String department,
        @Nullable ServiceCategory category,
        @Nullable CaseKind kind,
        String organisationId,
        String organisation,
        @Nullable String window,
        @Nullable String windowName,
        CaseStage state,
        String stateTerm,
        boolean open,
        @Nullable String applicant,
        @Nullable String handler,
        @Nullable String handlerName,
        Instant appliedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant promisedDue,
        boolean overdue,
        @Nullable CaseResult result,
        @Nullable Timeliness timeliness,
        @Nullable Integer usedWorkingDays,
        @Nullable Long elapsedSeconds,
        @Nullable RatingLevel rating,
        boolean imported,
        Map<String, String> highlights,
        long position) {}
