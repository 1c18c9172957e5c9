package org.serviceledger.query.performance;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * The figures of a period, row by row, with links to their cases.
 *
 * @param from the first day of the period, as requested or by default
 * @param to the last day
 * @param organisationId the organisation that was counted with all below it, as requested or by the user's scope;
 *     absent if the whole ledger was counted
 * @param now the moment that decides which cases are overdue now
 * @param total the figures over all rows, computed anew and not summed up
 * @param workingDays the distribution of the finished cases in the total over the working days they took, the shortest
 *     first
 * @param complete false if the report reached its largest number of rows and may lack others
 * @param definitions the definition of each figure, in the current language
 * @param asOf the answer reflects the ledger up to this position
 */
@RecordBuilder
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
        long asOf)
        implements LedgerAnswer {

    /**
     * A row.
     *
     * @param key the organisation, item, …, or the first day of the period
     * @param cases by figure, the link whose total is that figure, such as {@code /api/cases?…}
     */
    public record Row(String key, String label, PerformanceFigures figures, Map<String, String> cases) {}

    /**
     * The finished cases, without imported ones, that took this many working days. Numbers of days that no case took
     * are left out.
     *
     * @param within the share of all these cases that took this many days or fewer, rounded down
     * @param cases the link whose total is the count, such as {@code /api/cases?…}
     */
    public record DaysUsed(int days, long count, BigDecimal within, String cases) {}

    /**
     * The definition of a figure.
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
