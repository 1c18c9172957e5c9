package org.serviceledger.query.cases;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.projection.cases.CaseStage;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.words.Words;
import org.springframework.stereotype.Component;

/** Counts the cases found by state, organisation, item, timeliness and month of receipt, and those overdue. */
@Component
class CaseFacets {

    private static final int MOST = 100;

    private final Directory directory;

    CaseFacets(Directory directory) {
        this.directory = directory;
    }

    static Map<String, Aggregation> asked(Instant now) {
        return Map.of(
                "state", terms("state"),
                "organization", terms("organization"),
                "item",
                        Aggregation.of(any -> any.terms(
                                        terms -> terms.field("item").size(MOST))
                                .aggregations(
                                        "name",
                                        name -> name.terms(
                                                terms -> terms.field("itemName").size(1)))),
                "timeliness", terms("timeliness"),
                "overdue", Aggregation.of(any -> any.filter(CaseQueries.overdue(now))),
                "month",
                        Aggregation.of(any -> any.dateHistogram(months -> months.field("receivedAt")
                                .calendarInterval(CalendarInterval.Month)
                                .timeZone(WorkingDayCalendar.CHINA.getId())
                                .minDocCount(1))));
    }

    Map<String, List<Facet>> of(Map<String, Aggregate> counted) {
        var facets = new LinkedHashMap<String, List<Facet>>();
        facets.put(
                "state",
                labelled(counted, "state", value -> CaseStage.valueOf(value).term()));
        facets.put(
                "organization",
                labelled(counted, "organization", value -> directory.nameOf(new OrganizationId(value))));
        facets.put(
                "item",
                buckets(counted, "item").stream()
                        .map(bucket -> new Facet(bucket.key().stringValue(), itemName(bucket), bucket.docCount()))
                        .toList());
        facets.put(
                "timeliness",
                labelled(
                        counted,
                        "timeliness",
                        value -> Timeliness.valueOf(value).term()));
        var overdue = aggregate(counted, "overdue").filter().docCount();
        facets.put(
                "overdue",
                overdue == 0 ? List.of() : List.of(new Facet("true", Words.say("cases.facet.overdue"), overdue)));
        facets.put(
                "month",
                aggregate(counted, "month").dateHistogram().buckets().array().stream()
                        .map(bucket -> month(bucket.key(), bucket.docCount()))
                        .toList());
        return facets;
    }

    private static Facet month(long start, long count) {
        var month = YearMonth.from(Instant.ofEpochMilli(start).atZone(WorkingDayCalendar.CHINA))
                .toString();
        return new Facet(month, month, count);
    }

    private static String itemName(StringTermsBucket bucket) {
        var names = buckets(bucket.aggregations(), "name");
        return names.isEmpty()
                ? bucket.key().stringValue()
                : names.getFirst().key().stringValue();
    }

    private static List<Facet> labelled(Map<String, Aggregate> counted, String name, UnaryOperator<String> label) {
        return buckets(counted, name).stream()
                .map(bucket -> new Facet(
                        bucket.key().stringValue(), label.apply(bucket.key().stringValue()), bucket.docCount()))
                .toList();
    }

    /** Elasticsearch returns an aggregation without type and buckets for a field that no document has yet. */
    private static List<StringTermsBucket> buckets(Map<String, Aggregate> counted, String name) {
        var aggregate = aggregate(counted, name);
        return aggregate.isSterms() ? aggregate.sterms().buckets().array() : List.of();
    }

    private static Aggregate aggregate(Map<String, Aggregate> counted, String name) {
        return Objects.requireNonNull(counted.get(name), name);
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(any -> any.terms(terms -> terms.field(field).size(MOST)));
    }
}
