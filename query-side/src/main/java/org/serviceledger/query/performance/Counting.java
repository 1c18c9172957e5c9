package org.serviceledger.query.performance;

import static org.serviceledger.query.shared.Queries.and;
import static org.serviceledger.query.shared.Queries.days;
import static org.serviceledger.query.shared.Queries.exists;
import static org.serviceledger.query.shared.Queries.not;
import static org.serviceledger.query.shared.Queries.or;
import static org.serviceledger.query.shared.Queries.term;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.query.cases.CaseQueries;
import org.serviceledger.query.shared.VisibleTo;

/** Builds the aggregations by which Elasticsearch counts the figures of one row, as docs/metrics.md defines them. */
record Counting(Period period, Instant now, VisibleTo visible) {

    /** Cases that are open, or were received, accepted, finished or rated in the period. */
    Query relevant() {
        return or(term("open", true), in("receivedAt"), in("acceptedAt"), in("finishedAt"), in("ratedAt"));
    }

    Map<String, Aggregation> figures() {
        var figures = new LinkedHashMap<String, Aggregation>();
        figures.put("received", count(in("receivedAt")));
        figures.put("accepted", count(in("acceptedAt")));
        figures.put("finished", finished());
        figures.put("dueUnfinished", count(and(CaseQueries.overdue(now), dueInPeriod())));
        figures.put("overdueNow", count(CaseQueries.overdue(now)));
        figures.put("inProgress", count(term("open", true)));
        figures.put("notAccepted", ended(CaseResult.NOT_ACCEPTED));
        figures.put("withdrawn", ended(CaseResult.WITHDRAWN));
        figures.put("terminated", ended(CaseResult.TERMINATED));
        figures.put("ratings", ratings());
        return figures;
    }

    private Aggregation finished() {
        return Aggregation.of(any -> any.filter(and(CaseQueries.finished(), in("finishedAt")))
                .aggregations("early", timeliness(Timeliness.EARLY))
                .aggregations("onTime", timeliness(Timeliness.ON_TIME))
                .aggregations("late", timeliness(Timeliness.LATE))
                .aggregations(
                        "workingDays",
                        Aggregation.of(own -> own.filter(own())
                                .aggregations(
                                        "days",
                                        Aggregation.of(days -> days.histogram(by -> by.field("usedWorkingDays")
                                                .interval(1.0)
                                                .minDocCount(1))))))
                .aggregations(
                        "seconds",
                        Aggregation.of(time -> time.percentiles(
                                of -> of.field("elapsedSeconds").percents(50.0, 90.0))))
                .aggregations(
                        "promised",
                        Aggregation.of(promised -> promised.filter(
                                        and(own(), inWorkingDays("promisedLimit"), exists("usedWorkingDays")))
                                .aggregations("limit", sum("promisedLimit.value"))
                                .aggregations("used", sum("usedWorkingDays"))))
                .aggregations(
                        "legal",
                        Aggregation.of(legal -> legal.filter(
                                        and(own(), inWorkingDays("promisedLimit"), inWorkingDays("legalLimit")))
                                .aggregations("legal", sum("legalLimit.value"))
                                .aggregations("promised", sum("promisedLimit.value")))));
    }

    private Aggregation ratings() {
        var themselves = visible.themselves();
        var rated = and(CaseQueries.rated(), in("ratedAt"));
        var others = themselves == null ? rated : and(rated, not(term("handler.person", themselves)));
        return Aggregation.of(any -> any.filter(others)
                .aggregations(
                        "levels",
                        Aggregation.of(levels ->
                                levels.terms(terms -> terms.field("rating").size(RatingLevel.values().length)))));
    }

    private static Aggregation timeliness(Timeliness timeliness) {
        return count(and(own(), term("timeliness", timeliness.name())));
    }

    private Aggregation ended(CaseResult result) {
        return count(and(term("result", result.name()), in("finishedAt")));
    }

    private Query dueInPeriod() {
        return and(
                CaseQueries.dueFrom(period.first()),
                CaseQueries.dueBefore(period.last().plusDays(1)));
    }

    private Query in(String field) {
        return and(days(field, period.first(), period.last()));
    }

    /** Cases that were not imported. Files contain neither the ledger's promised limits nor working days. */
    private static Query own() {
        return term("imported", false);
    }

    private static Query inWorkingDays(String limit) {
        return term(limit + ".unit", LimitUnit.WORKING_DAY.code());
    }

    private static Aggregation count(Query what) {
        return Aggregation.of(any -> any.filter(what));
    }

    private static Aggregation sum(String field) {
        return Aggregation.of(any -> any.sum(sum -> sum.field(field)));
    }
}
