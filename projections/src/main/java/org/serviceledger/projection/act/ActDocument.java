package org.serviceledger.projection.act;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.text.ChineseText;

/**
 * One act: who did what, in which capacity, for whom, where, about what and when. The document's id is its position.
 *
 * @param type the event's wire name
 * @param term the event's Chinese term
 * @param post the actor's post as recorded in the event
 * @param organizationPath the codes of the organisation and of all organisations above it
 * @param onBehalfOf the absent colleague (A角) for whom the actor stood in
 * @param concerned the persons that the act is about, except the actor: those rated, absent, relieved or bound by a
 *     decision
 * @param streamId the stream of the record that the act belongs to
 * @param subject the kind of record, such as {@code case} or {@code window-day}
 * @param step the step; for imports, the activity
 * @param transition for imports, what became of the activity
 * @param entryDelaySeconds the seconds from the act to its record; large if it was entered afterwards (事后补录) or
 *     imported
 * @param allowed the limit that applied; {@code due} is its end
 * @param overdueWorkingDays the started working days past the limit, null if the event does not carry them
 * @param minutes the minutes late, early or absent, depending on {@code type}
 * @param text what the actor wrote: reasons, opinion, notes
 * @param attributes all attributes of an imported act
 */
@RecordBuilder
public record ActDocument(
        String type,
        String term,
        String person,
        String personName,
        ActorRole role,
        @Nullable String post,
        @Nullable WindowId window,
        @Nullable OrganizationId organization,
        List<String> organizationPath,
        @Nullable String unit,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName,
        List<String> concerned,
        String streamId,
        String subject,
        @Nullable CaseId caseId,
        @Nullable ItemId item,
        @Nullable String itemName,
        @Nullable String step,
        @Nullable String transition,
        @Nullable StepOutcome outcome,
        Instant occurredAt,
        Instant recordedAt,
        long entryDelaySeconds,
        @Nullable TimeLimit allowed,
        @Nullable Instant due,
        @Nullable TimeUsed used,
        @Nullable Integer overdueWorkingDays,
        @Nullable Integer minutes,
        List<Deviation> deviations,
        @Nullable String text,
        boolean imported,
        List<Attribute> attributes,
        long position)
        implements Document {

    public ActDocument {
        organizationPath = List.copyOf(organizationPath);
        concerned = List.copyOf(concerned);
        deviations = List.copyOf(deviations);
        attributes = List.copyOf(attributes);
    }

    /** Returns the terms of the whitespace-analysed field of the same name. The field is not kept in the source. */
    @JsonProperty
    String words() {
        return ChineseText.words(term, personName, onBehalfOfName, unit, itemName, step, text);
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(personName);
    }
}
