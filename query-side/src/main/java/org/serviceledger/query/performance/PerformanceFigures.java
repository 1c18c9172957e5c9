package org.serviceledger.query.performance;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;

/**
 * The figures of a row; the report says how each is defined. A rate without denominator is null, never 0 or 1; rates are
 * rounded down to four places.
 *
 * @param dueUnfinished not finished although the promised limit ended within the period
 * @param overdueNow whatever the period; absent in rows of periods
 * @param inProgress whatever the period; absent in rows of periods
 * @param ratings absent for those who may not see ratings
 */
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
     * Ratings that stand.
     *
     * @param good the three upper levels
     * @param bad the two lowest levels
     */
    public record Ratings(
            long count, long good, long bad, @Nullable BigDecimal goodRate, Map<RatingLevel, Long> byLevel) {}
}
