package org.serviceledger.query.acts;

import io.soabase.recordbuilder.core.RecordBuilder;
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
 * One act as the user may see it: who did what, in which role, for whom, where and when.
 *
 * @param type the wire name of the event
 * @param title the name of the event in the user's language
 * @param subject the kind of record the act belongs to, such as {@code case} or {@code window-day}
 * @param organisation the name, with {@code organisationId}; for imports, the file's org:group
 * @param onBehalfOf the absent colleague (A角) for whom this person stood in
 * @param concerned persons whom the act is about and who did not perform it
 * @param step the step or, for imports, the activity
 * @param allowed the time limit that ran
 * @param used the time taken
 * @param minutes minutes late, early, absent or served, depending on the type
 * @param recordedAfterSeconds seconds between the act and its recording
 * @param deviation what about the act breaks a rule or is out of the ordinary
 * @param text the text entered with the act: reasons, opinion, notes
 * @param attributes all attributes of an imported act
 */
@RecordBuilder
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

    /** The time allowed and the instant at which it ends. */
    public record Allowed(
            @Nullable Integer value,
            @Nullable LimitUnit unit,
            String term,
            @Nullable Instant due) {}

    /** A deviation, by its code and its name in the user's language. */
    public record Deviated(String code, String term) {}
}
