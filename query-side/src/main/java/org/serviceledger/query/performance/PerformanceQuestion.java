package org.serviceledger.query.performance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.words.Message;

/**
 * The figures to compute. Days are days in China; the first and the last are included.
 *
 * @param from the first day; without {@code from} and {@code to}, the period is the last 30 days up to today
 * @param to the last day; required with {@code from}
 * @param organization the organisation and all below it; everything the user may see if absent
 * @param staff the member of staff responsible for the case
 * @param groupBy what a row stands for; if absent, only the total is computed
 * @param imported if true, only imported cases; if false, only others; all if absent
 */
public record PerformanceQuestion(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String organization,
        @Nullable String item,
        @Nullable String window,
        @Nullable String staff,
        @Nullable String department,
        @Nullable ServiceCategory category,
        @Nullable Boolean imported,
        @Nullable GroupBy groupBy) {

    private static final int LONGEST_NAME = 100;
    private static final int DAYS_UNASKED = 30;

    /** Asks for all cases of a period. */
    public static PerformanceQuestion of(LocalDate from, LocalDate to, GroupBy groupBy) {
        return new PerformanceQuestion(from, to, null, null, null, null, null, null, null, groupBy);
    }

    /** Returns this question, over the last 30 days if it has no period. */
    public PerformanceQuestion orLately(LocalDate today) {
        return from == null && to == null ? within(today.minusDays(DAYS_UNASKED - 1), today) : this;
    }

    /** Returns this question with other rows. */
    public PerformanceQuestion by(GroupBy rows) {
        return new PerformanceQuestion(
                from, to, organization, item, window, staff, department, category, imported, rows);
    }

    private PerformanceQuestion within(LocalDate first, LocalDate last) {
        return new PerformanceQuestion(
                first, last, organization, item, window, staff, department, category, imported, groupBy);
    }

    LocalDate first() {
        return Objects.requireNonNull(from, "checked by faults()");
    }

    LocalDate last() {
        return Objects.requireNonNull(to, "checked by faults()");
    }

    Faults faults() {
        var faults = new Faults()
                .period("from", from, "to", to)
                .form("organization", organization, OrganizationId::new)
                .form("item", item, ItemId::new)
                .form("window", window, WindowId::new)
                .text("staff", staff, LONGEST_NAME)
                .text("department", department, LONGEST_NAME);
        if (from == null && to != null) {
            faults.add("from", Message.of("fault.required.with", "field", "to"));
        }
        if (to == null && from != null) {
            faults.add("to", Message.of("fault.required.with", "field", "from"));
        }
        var most = mostDays(groupBy);
        if (from != null && to != null && ChronoUnit.DAYS.between(from, to) > most) {
            faults.add("groupBy", Message.of("fault.period-rows", "by", groupBy, "most", most));
        }
        return faults;
    }

    /** The longest period a report may be about, so that it has at most a few hundred rows. */
    private static long mostDays(@Nullable GroupBy by) {
        return switch (by) {
            case DAY -> 400;
            case WEEK -> 7 * 400;
            case MONTH -> 31 * 400;
            case ORGANIZATION, ITEM, WINDOW, STAFF, DEPARTMENT, CATEGORY -> Long.MAX_VALUE;
            case null -> Long.MAX_VALUE;
        };
    }
}
