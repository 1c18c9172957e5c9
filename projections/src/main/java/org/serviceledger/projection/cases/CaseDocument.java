package org.serviceledger.projection.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.text.ChineseText;

/**
 * A case (办件) with its history summed up. Of the applicant it keeps the name and nothing else.
 *
 * @param number the case number (办件编号)
 * @param provenance for imported cases only
 * @param department whose business it is; for imports, as the file names it
 * @param organizationPath codes of the organisation and all above it
 * @param clockRunning whether time counts against the limits now: accepted, not stopped, not finished
 * @param progressCodeHash what {@link CodeHasher} makes of the code the applicant asks for progress with
 * @param handler who is responsible for it: who handled the decision, before that who accepted it
 * @param people all staff who acted in it
 * @param lastActAt when the latest act happened
 * @param promisedDue the first instant at which it is late, as of the latest recomputation
 * @param promised how {@code promisedDue} was computed, {@code legal} likewise; absent for imports
 * @param missing papers still to be supplied
 * @param openSteps steps started and not finished
 * @param timeliness of finished cases, against the promised limit
 * @param elapsedSeconds from acceptance to finish; for imports, from their first day to their last
 * @param rating the first rating; later ones replace nothing
 * @param ratingExcluded whether the rating was decided upon appeal not to count
 * @param acts how many events there are
 */
public record CaseDocument(
        CaseId caseId,
        String number,
        String title,
        boolean imported,
        @Nullable Provenance provenance,
        @Nullable ItemId item,
        @Nullable Integer itemVersion,
        @Nullable String itemName,
        @Nullable String department,
        @Nullable ServiceCategory category,
        @Nullable CaseKind kind,
        @Nullable String applicantName,
        @Nullable Audience applicantKind,
        @Nullable Channel channel,
        boolean agent,
        boolean zeroMaterial,
        OrganizationId organization,
        List<String> organizationPath,
        @Nullable WindowId window,
        CaseStage state,
        boolean open,
        boolean clockRunning,
        @Nullable String progressCodeHash,
        Actor.@Nullable Person firstAsked,
        Actor.@Nullable Person handler,
        List<Actor.Person> people,
        Instant appliedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant deliveredAt,
        Instant lastActAt,
        @Nullable Instant acceptanceDue,
        @Nullable Instant supplementDue,
        @Nullable Instant promisedDue,
        @Nullable Instant legalDue,
        @Nullable Deadline promised,
        @Nullable Deadline legal,
        @Nullable TimeLimit promisedLimit,
        @Nullable TimeLimit legalLimit,
        boolean supplementRequested,
        List<String> missing,
        List<String> departments,
        List<String> openSteps,
        int extendedWorkingDays,
        int deductedWorkingDays,
        @Nullable CaseResult result,
        @Nullable Timeliness timeliness,
        @Nullable Integer overdueWorkingDays,
        boolean pastLegalLimit,
        @Nullable Integer usedWorkingDays,
        @Nullable Long elapsedSeconds,
        @Nullable String reason,
        @Nullable String resultName,
        @Nullable String resultNumber,
        @Nullable RatingLevel rating,
        boolean badlyRated,
        boolean ratingExcluded,
        @Nullable Instant ratedAt,
        int acts,
        long position)
        implements Document {

    public CaseDocument {
        organizationPath = List.copyOf(organizationPath);
        people = List.copyOf(people);
        missing = List.copyOf(missing);
        departments = List.copyOf(departments);
        openSteps = List.copyOf(openSteps);
    }

    /** For the whitespace-analysed field of the same name; not kept in the source. */
    @JsonProperty
    String words() {
        return ChineseText.words(number, title, itemName, department, handlerName(), reason, resultName);
    }

    /** Apart from the rest: only those who may know applicants may find cases by their names. */
    @JsonProperty
    String applicantWords() {
        return ChineseText.words(applicantName);
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(title, itemName, handlerName());
    }

    private @Nullable String handlerName() {
        return handler == null ? null : handler.name();
    }
}
