package org.serviceledger.query.performance;

import java.util.List;
import org.serviceledger.query.performance.PerformanceReport.Definition;
import org.serviceledger.words.Words;

/** The definition of each figure, as every report carries it. docs/metrics.md defines the figures at length. */
final class Definitions {

    private static final List<Metric> METRICS = List.of(
            count("received"),
            count("accepted"),
            count("finished"),
            count("early"),
            count("onTime"),
            count("late"),
            rate("onTimeRate"),
            rate("earlyRate"),
            rate("finishRate"),
            count("dueUnfinished"),
            count("overdueNow"),
            count("inProgress"),
            count("notAccepted"),
            count("withdrawn"),
            count("terminated"),
            count("workingDays"),
            days("medianWorkingDays"),
            days("p90WorkingDays"),
            hours("medianHours"),
            hours("p90Hours"),
            rate("promiseCompression"),
            rate("limitCompression"),
            count("ratings.count"),
            rate("ratings.goodRate"));

    private Definitions() {}

    /** Returns the definitions in the current language. */
    static List<Definition> said() {
        return METRICS.stream().map(Metric::said).toList();
    }

    /** Determines how a figure is rounded, and its value when there is nothing to count. */
    private enum Kind {
        COUNT,
        RATE,
        DAYS,
        HOURS
    }

    /** A figure by its name in a report. The bundles hold its texts under that name. */
    private record Metric(String figure, Kind kind) {

        Definition said() {
            return new Definition(
                    figure,
                    say("name"),
                    say("numerator"),
                    kind == Kind.RATE ? say("denominator") : null,
                    Words.say("metric.rounding", "kind", kind),
                    Words.say("metric.zero", "kind", kind));
        }

        private String say(String part) {
            return Words.say("metric." + figure + "." + part);
        }
    }

    private static Metric count(String figure) {
        return new Metric(figure, Kind.COUNT);
    }

    private static Metric rate(String figure) {
        return new Metric(figure, Kind.RATE);
    }

    private static Metric days(String figure) {
        return new Metric(figure, Kind.DAYS);
    }

    private static Metric hours(String figure) {
        return new Metric(figure, Kind.HOURS);
    }
}
