package org.serviceledger.query.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a period, row by row, each with the way to its cases.
 *
 * @param from the first day, asked for or by default
 * @param to the last day
 * @param organisationId the organisation that was counted with all below it, asked for or by the asker's scope; absent
 *     if it is the whole ledger
 * @param now the moment by which cases are overdue now or not
 * @param total over all rows, computed anew and not summed up
 * @param workingDays how the finished cases in the total spread over the working days they took, the quickest first
 * @param complete false if there are more rows than a report holds
 * @param definitions how each figure is defined, in the language that is spoken
 * @param asOf the answer reflects the ledger up to this position
 */
public record PerformanceReport(
        LocalDate from,
        LocalDate to,
        @Nullable String organisationId,
        @Nullable String organisation,
        @Nullable GroupBy groupBy,
        Instant now,
        List<Row> rows,
        Row total,
        List<DaysUsed> workingDays,
        boolean complete,
        List<Definition> definitions,
        long asOf) {

    /**
     * A row.
     *
     * @param key the organisation, item, …, or the first day of the period
     * @param cases by figure, the question whose total is that figure, such as {@code /api/cases?…}
     */
    public record Row(String key, String label, PerformanceFigures figures, Map<String, String> cases) {}

    /**
     * The finished cases, not imported, that took so many working days; lengths that no case took are left out.
     *
     * @param within the share of all that took so many days or fewer, rounded down
     * @param cases the question whose total is the count, such as {@code /api/cases?…}
     */
    public record DaysUsed(int days, long count, BigDecimal within, String cases) {}

    /**
     * How a figure is defined.
     *
     * @param figure its name in a row, the same in every language
     */
    public record Definition(
            String figure,
            String term,
            String numerator,
            @Nullable String denominator,
            String rounding,
            String zero) {}
}
