package org.serviceledger.query.attendance;

import java.time.YearMonth;
import java.util.List;

/**
 * The attendance of an organisation and all below it in one month.
 *
 * @param people everybody on the rota at least once
 * @param total all of them together
 * @param asOf the answer reflects the ledger up to this position
 */
public record HallMonth(
        String organisationId,
        String organisation,
        YearMonth month,
        List<PersonTotals> people,
        Totals total,
        long asOf) {

    /** One person's month. */
    public record PersonTotals(
            String person, String name, String organisationId, String organisation, Totals figures) {}
}
