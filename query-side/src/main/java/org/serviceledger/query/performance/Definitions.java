package org.serviceledger.query.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.performance.PerformanceReport.Definition;

/** What each figure means, as every report says it; docs/metrics.md says it at length. */
final class Definitions {

    private static final String COUNT = "exact count";
    private static final String DOWN = "rounded down to 4 places";
    private static final String NULL = "null when the denominator is 0";
    private static final String ZERO = "0";
    private static final String NO_CASES = "null without such cases";

    private static final String FINISHED =
            "cases finished in the period by a decision (准予, 不予), or imported and ended in it; withdrawn, terminated and"
                    + " not accepted cases are not among them";
    private static final String TIMELY = "early + onTime + late";

    static final List<Definition> ALL = List.of(
            count("received", "收件", "cases received in the period; imported cases by their first day"),
            count("accepted", "受理", "cases accepted in the period, deemed acceptance (视为受理) included"),
            count("finished", "办结", FINISHED),
            count("early", "提前办结", "finished, not imported, before the day the promised limit ended"),
            count("onTime", "按时办结", "finished, not imported, on the day the promised limit ended"),
            count("late", "超期办结", "finished, not imported, after the promised limit; one second is late"),
            rate("onTimeRate", "按时办结率", "early + onTime", TIMELY + " + dueUnfinished"),
            rate("earlyRate", "提前办结率", "early", TIMELY),
            rate("finishRate", "办结率", "finished", "accepted; above 1 where a backlog was worked off"),
            count(
                    "dueUnfinished",
                    "应结未结",
                    "open cases whose promised limit ended within the period and before now, the clock running"),
            count(
                    "overdueNow",
                    "现已超期",
                    "open cases past the promised limit now, the clock running, whatever the period"),
            count("inProgress", "在办", "open cases now, whatever the period"),
            count("notAccepted", "不予受理", "cases not accepted, by the day of refusal"),
            count("withdrawn", "撤回", "cases withdrawn, by day"),
            count("terminated", "异常终止", "cases terminated, by day"),
            count(
                    "workingDays",
                    "办理工作日分布",
                    "finished cases not imported, by the working days from acceptance to finish, deductions taken off"),
            measure(
                    "medianWorkingDays",
                    "办理工作日中位数",
                    "working days from acceptance to finish, deductions taken off, of finished cases not imported",
                    "nearest rank, exact"),
            measure("p90WorkingDays", "办理工作日p90", "the same, 90th percentile", "nearest rank, exact"),
            measure(
                    "medianHours",
                    "历时中位数(小时)",
                    "hours by the clock from acceptance to finish of all finished cases; of imported ones from their first"
                            + " day to their last",
                    "t-digest, half up to 1 place"),
            measure("p90Hours", "历时p90(小时)", "the same, 90th percentile", "t-digest, half up to 1 place"),
            rate(
                    "promiseCompression",
                    "承诺提速率",
                    "promised working days less working days used, added up over finished cases",
                    "promised working days of these cases; limits in other units left out"),
            rate(
                    "limitCompression",
                    "承诺时限压缩比",
                    "legal working days less promised ones, added up over finished cases",
                    "legal working days of these cases; cases without legal limit left out"),
            count(
                    "ratings.count",
                    "评价数",
                    "cases whose first rating fell in the period and was not excluded upon appeal"),
            rate("ratings.goodRate", "好评率", "ratings of the three upper levels", "ratings.count"));

    private Definitions() {}

    private static Definition count(String figure, String term, String numerator) {
        return of(figure, term, numerator, null, COUNT, ZERO);
    }

    private static Definition rate(String figure, String term, String numerator, String denominator) {
        return of(figure, term, numerator, denominator, DOWN, NULL);
    }

    private static Definition measure(String figure, String term, String numerator, String rounding) {
        return of(figure, term, numerator, null, rounding, NO_CASES);
    }

    private static Definition of(
            String figure, String term, String numerator, @Nullable String denominator, String rounding, String zero) {
        return new Definition(figure, term, numerator, denominator, rounding, zero);
    }
}
