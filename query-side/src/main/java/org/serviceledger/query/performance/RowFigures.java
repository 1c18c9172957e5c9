package org.serviceledger.query.performance;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.HistogramBucket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.query.performance.PerformanceReport.DaysUsed;

/** Computes the figures of a row from its aggregations. */
record RowFigures(Map<String, Aggregate> counted, boolean snapshot, boolean mayReadRatings) {

    private static final int PLACES = 4;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final double P90 = 0.9;

    PerformanceFigures figures() {
        var finished = aggregate(counted, "finished").filter();
        var inside = finished.aggregations();
        var early = count(inside, "early");
        var onTime = count(inside, "onTime");
        var late = count(inside, "late");
        var dueUnfinished = count(counted, "dueUnfinished");
        var accepted = count(counted, "accepted");
        var days = workingDays();
        return PerformanceFiguresBuilder.builder()
                .received(count(counted, "received"))
                .accepted(accepted)
                .finished(finished.docCount())
                .early(early)
                .onTime(onTime)
                .late(late)
                .onTimeRate(rate(early + onTime, early + onTime + late + dueUnfinished))
                .earlyRate(rate(early, early + onTime + late))
                .finishRate(rate(finished.docCount(), accepted))
                .dueUnfinished(dueUnfinished)
                .overdueNow(snapshot ? (Long) count(counted, "overdueNow") : null)
                .inProgress(snapshot ? (Long) count(counted, "inProgress") : null)
                .notAccepted(count(counted, "notAccepted"))
                .withdrawn(count(counted, "withdrawn"))
                .terminated(count(counted, "terminated"))
                .medianWorkingDays(nearestRank(days, 0.5))
                .p90WorkingDays(nearestRank(days, P90))
                .medianHours(hours(inside, "50.0"))
                .p90Hours(hours(inside, "90.0"))
                .promiseCompression(saved(inside, "promised", "limit", "used"))
                .limitCompression(saved(inside, "legal", "legal", "promised"))
                .ratings(mayReadRatings ? ratings() : null)
                .build();
    }

    /** Returns the distribution of the finished cases over the working days they took. */
    List<DaysUsed> spread(DrillDown drill) {
        var days = workingDays();
        var all = days.stream().mapToLong(HistogramBucket::docCount).sum();
        var spread = new ArrayList<DaysUsed>();
        long seen = 0;
        for (var bucket : days) {
            seen += bucket.docCount();
            var used = (int) bucket.key();
            var within = Objects.requireNonNull(rate(seen, all), "no bucket is empty");
            spread.add(new DaysUsed(used, bucket.docCount(), within, drill.finishedWithin(used)));
        }
        return spread;
    }

    private List<HistogramBucket> workingDays() {
        var finished = aggregate(counted, "finished").filter().aggregations();
        return aggregate(aggregate(finished, "workingDays").filter().aggregations(), "days")
                .histogram()
                .buckets()
                .array();
    }

    private PerformanceFigures.Ratings ratings() {
        var rated = aggregate(counted, "ratings").filter();
        var levels = aggregate(rated.aggregations(), "levels");
        var byLevel = new EnumMap<RatingLevel, Long>(RatingLevel.class);
        Arrays.stream(RatingLevel.values()).forEach(level -> byLevel.put(level, 0L));
        if (levels.isSterms()) {
            levels.sterms()
                    .buckets()
                    .array()
                    .forEach(bucket ->
                            byLevel.put(RatingLevel.valueOf(bucket.key().stringValue()), bucket.docCount()));
        }
        var bad = byLevel.entrySet().stream()
                .filter(entry -> entry.getKey().isBad())
                .mapToLong(Map.Entry::getValue)
                .sum();
        var count = rated.docCount();
        return new PerformanceFigures.Ratings(count, count - bad, bad, rate(count - bad, count), byLevel);
    }

    /**
     * Returns the smallest number of days within which at least this share of the cases was finished; null without
     * cases.
     */
    static @Nullable Integer nearestRank(List<HistogramBucket> days, double share) {
        var all = days.stream().mapToLong(HistogramBucket::docCount).sum();
        var rank = (long) Math.ceil(share * all);
        long seen = 0;
        for (var bucket : days) {
            seen += bucket.docCount();
            if (all > 0 && seen >= rank) {
                return (int) bucket.key();
            }
        }
        return null;
    }

    private static @Nullable BigDecimal hours(Map<String, Aggregate> inside, String percent) {
        var seconds = aggregate(inside, "seconds")
                .tdigestPercentiles()
                .values()
                .keyed()
                .get(percent);
        return seconds == null || seconds.isBlank() || "null".equals(seconds) || "NaN".equals(seconds)
                ? null
                : new BigDecimal(seconds).divide(BigDecimal.valueOf(SECONDS_PER_HOUR), 1, RoundingMode.HALF_UP);
    }

    /** Returns the share of the whole that was not needed. */
    private static @Nullable BigDecimal saved(Map<String, Aggregate> inside, String name, String whole, String needed) {
        var sums = aggregate(inside, name).filter().aggregations();
        var of = sum(sums, whole);
        return rate(of - sum(sums, needed), of);
    }

    /** Rounds down, so that no figure looks better than it is. Null if the whole is 0. */
    static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.FLOOR);
    }

    private static long sum(Map<String, Aggregate> sums, String name) {
        var value = aggregate(sums, name).sum().value();
        return value == null ? 0 : Math.round(value);
    }

    private static long count(Map<String, Aggregate> counted, String name) {
        return aggregate(counted, name).filter().docCount();
    }

    private static Aggregate aggregate(Map<String, Aggregate> counted, String name) {
        return Objects.requireNonNull(counted.get(name), name);
    }
}
