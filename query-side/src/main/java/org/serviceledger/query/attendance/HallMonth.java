package org.serviceledger.query.attendance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The attendance of an organisation and all below it in one month.
 *
 * @param people everyone with at least one recorded day in the month
 * @param total the totals of all people
 * @param asOf the answer reflects the ledger up to this position
 */
public record HallMonth(
        String organisationId, String organisation, YearMonth month, List<PersonTotals> people, Totals total, long asOf)
        implements AttendanceReport {

    /**
     * One person's month.
     *
     * @param days the verdict on each recorded day, in order of date
     */
    public record PersonTotals(
            String person,
            String name,
            String organisationId,
            String organisation,
            Totals figures,
            Map<LocalDate, DayVerdict> days) {}
}
