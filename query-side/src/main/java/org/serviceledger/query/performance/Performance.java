package org.serviceledger.query.performance;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.projection.cases.CaseDocument;
import org.serviceledger.projection.cases.Cases;
import org.serviceledger.query.cases.CaseQueries;
import org.serviceledger.query.performance.PerformanceReport.DaysUsed;
import org.serviceledger.query.performance.PerformanceReport.Row;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.words.Words;
import org.springframework.stereotype.Service;

/** Reports how well and how quickly cases were handled. */
@Service
public class Performance {

    /** One request counts several periods. More of them at once would make too many buckets. */
    private static final int PERIODS_AT_ONCE = 40;

    private final Documents documents;
    private final AsOf asOf;
    private final Grouping grouping;
    private final Directory directory;
    private final Clock clock;

    Performance(Documents documents, AsOf asOf, Grouping grouping, Directory directory, Clock clock) {
        this.documents = documents;
        this.asOf = asOf;
        this.grouping = grouping;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Returns the figures over the cases that the user may see. Without a period, they cover the last 30 days.
     *
     * @throws org.serviceledger.query.shared.CannotAnswer if the question is malformed, reaches outside the user's
     *     scope or cannot be answered now
     */
    public PerformanceReport report(PerformanceQuestion asked, Freshness freshness, SignedIn user) {
        asked.faults().freshness(freshness).refuseIfAny();
        var question = asked.orLately(LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.CHINA));
        var visible = VisibleTo.user(user);
        if (question.organization() != null) {
            visible.mustReach(new OrganizationId(question.organization()));
        }
        return report(question, freshness, visible);
    }

    /**
     * Returns figures for answers that show no single case. The caller must have checked the question, which must have
     * a period.
     */
    public PerformanceReport report(PerformanceQuestion question, Freshness freshness, VisibleTo visible) {
        var position = asOf.await(freshness, List.of(Cases.NAME));
        var whole = new Counted(question, new Period(question.first(), question.last()), clock.instant(), visible);
        var by = question.groupBy();
        var counted = question.organization() == null ? visible.scope() : new OrganizationId(question.organization());
        var total = total(whole);
        var rows = by == null ? List.<Row>of() : Grouping.isPeriod(by) ? periods(whole, by) : things(whole, by);
        return PerformanceReportBuilder.builder()
                .from(question.first())
                .to(question.last())
                .organisationId(counted == null ? null : counted.value())
                .organisation(counted == null ? null : directory.nameOf(counted))
                .groupBy(by)
                .now(whole.now)
                .rows(rows)
                .total(total.row)
                .workingDays(total.spread)
                .complete(rows.size() < Grouping.MOST_ROWS || Grouping.isPeriod(by))
                .definitions(Definitions.said())
                .asOf(position)
                .build();
    }

    /** What is counted, in which period, at which moment and for whom. */
    private record Counted(PerformanceQuestion question, Period period, Instant now, VisibleTo visible) {

        Counting counting(Period of) {
            return new Counting(of, now, visible);
        }

        Row row(String key, String label, Map<String, Aggregate> figures, DrillDown drill, boolean snapshot) {
            var cases = drill.cases(snapshot, mayReadRatings());
            return new Row(key, label, reckoning(figures, snapshot).figures(), cases);
        }

        RowFigures reckoning(Map<String, Aggregate> figures, boolean snapshot) {
            return new RowFigures(figures, snapshot, mayReadRatings());
        }

        private boolean mayReadRatings() {
            return visible.mayReadRatings() || visible.isEveryone();
        }
    }

    /** The row over all cases, and the distribution of the working days they took. */
    private record Total(Row row, List<DaysUsed> spread) {}

    private Total total(Counted whole) {
        var figures = count(whole, whole.counting(whole.period).figures());
        var drill = new DrillDown(whole.question, whole.period, Map.of());
        return new Total(
                whole.row("", Words.say("performance.rows.total"), figures, drill, true),
                whole.reckoning(figures, true).spread(drill));
    }

    private List<Row> things(Counted whole, GroupBy by) {
        var counted = count(
                whole,
                Map.of("rows", Grouping.rows(by, whole.counting(whole.period).figures())));
        var rows = Objects.requireNonNull(counted.get("rows"));
        return !rows.isSterms()
                ? List.of()
                : rows.sterms().buckets().array().stream()
                        .map(bucket -> {
                            var key = bucket.key().stringValue();
                            var drill = new DrillDown(whole.question, whole.period, Grouping.question(by, key));
                            return whole.row(key, grouping.label(by, bucket), bucket.aggregations(), drill, true);
                        })
                        .toList();
    }

    private List<Row> periods(Counted whole, GroupBy by) {
        var periods = whole.period.by(by);
        var rows = new ArrayList<Row>();
        for (int from = 0; from < periods.size(); from += PERIODS_AT_ONCE) {
            rows.addAll(sideBySide(whole, by, periods.subList(from, Math.min(from + PERIODS_AT_ONCE, periods.size()))));
        }
        return rows;
    }

    private List<Row> sideBySide(Counted whole, GroupBy by, List<Period> periods) {
        var asked = new LinkedHashMap<String, Aggregation>();
        for (var period : periods) {
            var figures = whole.counting(period).figures();
            asked.put(
                    period.first().toString(),
                    Aggregation.of(any -> any.filter(Queries.all()).aggregations(figures)));
        }
        var counted = count(whole, asked);
        return periods.stream()
                .map(period -> {
                    var key = period.first().toString();
                    var figures =
                            Objects.requireNonNull(counted.get(key)).filter().aggregations();
                    var drill = new DrillDown(whole.question, period, Map.of());
                    return whole.row(key, label(by, period), figures, drill, false);
                })
                .toList();
    }

    private static String label(GroupBy by, Period period) {
        return switch (by) {
            case MONTH -> period.first().toString().substring(0, "2026-01".length());
            case WEEK -> period.first() + " – " + period.last();
            case DAY, ORGANIZATION, ITEM, WINDOW, STAFF, DEPARTMENT, CATEGORY ->
                period.first().toString();
        };
    }

    private Map<String, Aggregate> count(Counted whole, Map<String, Aggregation> figures) {
        return documents
                .search(
                        Cases.NAME,
                        CaseDocument.class,
                        whole.visible,
                        query(whole),
                        search -> search.size(0).aggregations(figures))
                .aggregations();
    }

    private static Query query(Counted whole) {
        var asked = whole.question;
        var filters = new ArrayList<Query>();
        filters.add(whole.counting(whole.period).relevant());
        if (asked.organization() != null) {
            filters.add(CaseQueries.organization(asked.organization(), false));
        }
        add(filters, "item", asked.item());
        add(filters, "window", asked.window());
        add(filters, "handler.person", asked.staff());
        add(filters, "department", asked.department());
        add(
                filters,
                "category",
                asked.category() == null ? null : asked.category().name());
        if (asked.imported() != null) {
            filters.add(Queries.term("imported", asked.imported()));
        }
        return Queries.and(filters);
    }

    private static void add(List<Query> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(Queries.term(field, value));
        }
    }
}
