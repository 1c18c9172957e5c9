package org.serviceledger.query.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.cases.CaseStage;
import org.serviceledger.query.shared.Faults;

/**
 * Filters for a search of cases; an absent filter selects everything. Days are days in China; the first and the last
 * are included. {@code none} as item, window, handler or department selects cases without one.
 *
 * @param q Chinese words, pinyin initials, or a case number
 * @param item the service item
 * @param organization the organisation and all below it
 * @param ownOnly whether to leave out cases of organisations below the organisation
 * @param person a member of staff who acted in the case
 * @param handler the member of staff responsible for the case
 * @param window the window that received the case
 * @param state any of these states
 * @param department the department in charge
 * @param category one of the five classes of items
 * @param from received on this day or later
 * @param to received on this day or earlier
 * @param appliedFrom applied for on this day or later
 * @param appliedTo applied for on this day or earlier
 * @param acceptedFrom accepted on this day or later
 * @param acceptedTo accepted on this day or earlier
 * @param finishedFrom ended on this day or later
 * @param finishedTo ended on this day or earlier
 * @param ratedFrom first rated on this day or later
 * @param ratedTo first rated on this day or earlier
 * @param dueFrom last day of the promised limit on this day or later
 * @param dueBefore last day of the promised limit before this day
 * @param overdue whether the promised limit has passed, the clock is running and the case has not ended
 * @param open whether the case has not ended
 * @param finished whether the case ended with a decision or, if imported, ended at all
 * @param result any of these results
 * @param timeliness any of these, against the promised limit
 * @param workingDays finished within exactly this number of working days
 * @param pastLegalLimit whether the case ended past the legal limit
 * @param imported whether the case was imported from a file
 * @param rating any of these levels; the case's first rating counts, unless it was excluded upon appeal
 * @param rated whether the case has a rating that was not excluded upon appeal
 * @param sort the order; if absent, by relevance for a search by words and newest first otherwise
 * @param limit the page size, from 1 to 200; 20 if absent
 * @param cursor the {@code next} of the previous page
 */
@RecordBuilder
public record CaseQuestion(
        @Nullable String q,
        @Nullable String item,
        @Nullable String organization,
        @Nullable Boolean ownOnly,
        @Nullable String person,
        @Nullable String handler,
        @Nullable String window,
        @Nullable List<CaseStage> state,
        @Nullable String department,
        @Nullable ServiceCategory category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate appliedFrom,
        @Nullable LocalDate appliedTo,
        @Nullable LocalDate acceptedFrom,
        @Nullable LocalDate acceptedTo,
        @Nullable LocalDate finishedFrom,
        @Nullable LocalDate finishedTo,
        @Nullable LocalDate ratedFrom,
        @Nullable LocalDate ratedTo,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        @Nullable Boolean overdue,
        @Nullable Boolean open,
        @Nullable Boolean finished,
        @Nullable List<CaseResult> result,
        @Nullable List<Timeliness> timeliness,
        @Nullable Integer workingDays,
        @Nullable Boolean pastLegalLimit,
        @Nullable Boolean imported,
        @Nullable List<RatingLevel> rating,
        @Nullable Boolean rated,
        @Nullable CaseOrder sort,
        @Nullable Integer limit,
        @Nullable String cursor) {

    /** As a filter, selects cases without an item, window, handler or department. */
    public static final String NONE = "none";

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 200;
    private static final int MOST_WORKING_DAYS = 100_000;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CURSOR = 1000;

    /**
     * Selects the open cases of an organisation and all below it, the most urgent first. Imported cases are history and
     * are left out.
     */
    public static CaseQuestion toDo(String organization, int limit) {
        return CaseQuestionBuilder.builder()
                .organization(organization)
                .open(true)
                .imported(false)
                .sort(CaseOrder.DUE)
                .limit(limit)
                .build();
    }

    int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    CaseOrder order() {
        return Objects.requireNonNullElse(sort, q == null ? CaseOrder.NEWEST : CaseOrder.RELEVANCE);
    }

    /** Returns the question without page size and cursor: it is the same for every page of one answer. */
    CaseQuestion withoutPlace() {
        return CaseQuestionBuilder.builder(this).limit(null).cursor(null).build();
    }

    /** Whether an answer would reveal how single cases were rated. */
    boolean asksForRatings() {
        return rating != null || rated != null || ratedFrom != null || ratedTo != null;
    }

    private @Nullable String itemId() {
        return NONE.equals(item) ? null : item;
    }

    private @Nullable String windowId() {
        return NONE.equals(window) ? null : window;
    }

    Faults faults() {
        return new Faults()
                .text("q", q, LONGEST_WORDS)
                .form("item", itemId(), ItemId::new)
                .form("organization", organization, OrganizationId::new)
                .text("person", person, LONGEST_NAME)
                .text("handler", handler, LONGEST_NAME)
                .form("window", windowId(), WindowId::new)
                .text("department", department, LONGEST_NAME)
                .period("from", from, "to", to)
                .period("appliedFrom", appliedFrom, "appliedTo", appliedTo)
                .period("acceptedFrom", acceptedFrom, "acceptedTo", acceptedTo)
                .period("finishedFrom", finishedFrom, "finishedTo", finishedTo)
                .period("ratedFrom", ratedFrom, "ratedTo", ratedTo)
                .period("dueFrom", dueFrom, "dueBefore", dueBefore)
                .range("workingDays", workingDays, 0, MOST_WORKING_DAYS)
                .range("limit", limit, 1, MOST)
                .text("cursor", cursor, LONGEST_CURSOR);
    }
}
