package org.serviceledger.query.performance;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;

/**
 * The figures of a row; the report defines each. A rate without denominator is null, never 0 or 1. Rates are rounded
 * down to four decimal places.
 *
 * @param dueUnfinished overdue cases whose promised limit ended within the period
 * @param overdueNow cases overdue now, whatever the period; absent in rows of periods
 * @param inProgress cases open now, whatever the period; absent in rows of periods
 * @param ratings absent for users who may not see ratings
 */
@RecordBuilder
public record PerformanceFigures(
        long received,
        long accepted,
        long finished,
        long early,
        long onTime,
        long late,
        @Nullable BigDecimal onTimeRate,
        @Nullable BigDecimal earlyRate,
        @Nullable BigDecimal finishRate,
        long dueUnfinished,
        @Nullable Long overdueNow,
        @Nullable Long inProgress,
        long notAccepted,
        long withdrawn,
        long terminated,
        @Nullable Integer medianWorkingDays,
        @Nullable Integer p90WorkingDays,
        @Nullable BigDecimal medianHours,
        @Nullable BigDecimal p90Hours,
        @Nullable BigDecimal promiseCompression,
        @Nullable BigDecimal limitCompression,
        @Nullable Ratings ratings) {

    /**
     * Ratings that were not excluded upon appeal.
     *
     * @param good ratings of the three upper levels
     * @param bad ratings of the two lowest levels
     */
    public record Ratings(
            long count, long good, long bad, @Nullable BigDecimal goodRate, Map<RatingLevel, Long> byLevel) {}
}
