package org.serviceledger.query.attendance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.words.Message;

/**
 * The attendance of an organisation in a month, or of a person between two days. Without any parameter, it is that of
 * the user's own hall in the current month.
 *
 * @param organization the organisation and all below it
 * @param month the month, such as 2026-11
 * @param person the member of staff, such as staff-0101
 * @param from the first day, included
 * @param to the last day, included; at most 400 days after {@code from}
 */
public record AttendanceQuestion(
        @Nullable String organization,
        @Nullable YearMonth month,
        @Nullable String person,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final int MOST_DAYS = 400;

    /** Asks for the month of an organisation. */
    public static AttendanceQuestion of(OrganizationId organization, YearMonth month) {
        return new AttendanceQuestion(organization.value(), month, null, null, null);
    }

    /** Asks for the days of a person. */
    public static AttendanceQuestion of(StaffId person, LocalDate from, LocalDate to) {
        return new AttendanceQuestion(null, null, person.value(), from, to);
    }

    boolean isEmpty() {
        return organization == null && month == null && person == null && from == null && to == null;
    }

    Faults faults() {
        var faults = new Faults();
        if (person == null) {
            mustBeGiven(faults, "organization", organization);
            mustBeGiven(faults, "month", month);
            mustBeAbsent(faults, "from", from);
            mustBeAbsent(faults, "to", to);
        } else {
            mustBeGiven(faults, "from", from);
            mustBeGiven(faults, "to", to);
            mustBeAbsent(faults, "organization", organization);
            mustBeAbsent(faults, "month", month);
        }
        faults.form("organization", organization, OrganizationId::new)
                .form("person", person, StaffId::new)
                .day("month", month == null ? null : month.atDay(1))
                .period("from", from, "to", to);
        if (from != null && to != null && ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            faults.add("to", Message.of("fault.within", "most", MOST_DAYS, "field", "from"));
        }
        return faults;
    }

    private static void mustBeGiven(Faults faults, String field, @Nullable Object value) {
        if (value == null) {
            faults.add(field, Message.of("fault.report.missing"));
        }
    }

    private static void mustBeAbsent(Faults faults, String field, @Nullable Object value) {
        if (value != null) {
            faults.add(field, Message.of("fault.report.excess"));
        }
    }
}
