package org.serviceledger.projection.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
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
 * A case (办件) with its history summed up. Of the applicant it holds only the name and the kind.
 *
 * @param number the case number (办件编号)
 * @param provenance the source of an imported case, null for all others
 * @param department the responsible department; for imports, the name given in the file
 * @param organizationPath the codes of the organisation and of all organisations above it
 * @param open whether anything remains to be done before the case is finished
 * @param clockRunning whether time counts against the limits now: accepted, not stopped, not finished
 * @param progressCodeHash the {@link CodeHasher} hash of the code with which the applicant asks for progress
 * @param handler the person responsible: the handler of the decision, before the decision the person who accepted the
 *     case
 * @param people all staff who acted in the case
 * @param lastActAt the time of the latest act
 * @param promisedDue the instant after which the case is late, as of the latest recomputation
 * @param promised how {@code promisedDue} was computed, null for imports; {@code legal} explains {@code legalDue} in
 *     the same way
 * @param missing the papers that the applicant must still supply
 * @param openSteps the steps that were started and not finished
 * @param timeliness the timeliness of a finished case against the promised limit
 * @param elapsedSeconds the seconds from acceptance to finish; for imports, from the case's start to its end
 * @param rating the first rating; later ratings do not replace it
 * @param badlyRated whether any rating is bad (差评)
 * @param ratingExcluded whether an appeal was decided so that the rating does not count
 * @param acts the number of case events
 */
@RecordBuilder
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

    /** Returns the terms of the whitespace-analysed field of the same name. The field is not kept in the source. */
    @JsonProperty
    String words() {
        return ChineseText.words(number, title, itemName, department, handlerName(), reason, resultName);
    }

    /**
     * Returns the terms of the applicant's name. They have a field of their own, because only users who may see
     * applicants may find cases by applicants' names.
     */
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
