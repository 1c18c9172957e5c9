package org.serviceledger.query.acts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.imports.Attribute;

/**
 * One act as the asker may see it: who did what, in which capacity, for whom, where and when.
 *
 * @param type the wire name of the event
 * @param title the term of the event, in the language of the asker
 * @param subject the kind of record it belongs to, such as {@code case} or {@code window-day}
 * @param organisation the name, with {@code organisationId}; for imports, the file's org:group
 * @param onBehalfOf the absent colleague (A角) this person stood in for
 * @param concerned persons it is about who did not do it
 * @param step the step or, for imports, the activity
 * @param allowed the limit that ran
 * @param used how long it took
 * @param minutes late, early, absent or served, as the type says
 * @param recordedAfterSeconds how long after it happened it was recorded
 * @param deviation what about it is not as it should be
 * @param text what was written: reasons, opinion, notes
 * @param attributes everything an imported act came with
 */
public record ActView(
        long position,
        Instant occurredAt,
        Instant recordedAt,
        String type,
        String title,
        String subject,
        String streamId,
        @Nullable String caseId,
        @Nullable String itemId,
        @Nullable String itemName,
        String person,
        String personName,
        ActorRole role,
        String roleTerm,
        @Nullable String post,
        @Nullable String window,
        @Nullable String windowName,
        @Nullable String organisation,
        @Nullable String organisationId,
        @Nullable String unit,
        Actor.@Nullable Person onBehalfOf,
        List<String> concerned,
        @Nullable String step,
        @Nullable String transition,
        @Nullable StepOutcome outcome,
        @Nullable Allowed allowed,
        @Nullable TimeUsed used,
        @Nullable Integer overdueWorkingDays,
        @Nullable Integer minutes,
        long recordedAfterSeconds,
        List<Deviated> deviation,
        @Nullable String text,
        boolean imported,
        List<Attribute> attributes) {

    /** The time allowed, and when it was over. */
    public record Allowed(
            @Nullable Integer value,
            @Nullable LimitUnit unit,
            String term,
            @Nullable Instant due) {}

    /** What is not as it should be, by code and by its term in the language of the asker. */
    public record Deviated(String code, String term) {}
}
