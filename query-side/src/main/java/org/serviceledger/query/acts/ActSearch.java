package org.serviceledger.query.acts;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.projection.act.ActDocument;
import org.serviceledger.projection.act.Acts;
import org.serviceledger.projection.evaluation.EvaluationDocument;
import org.serviceledger.projection.evaluation.Evaluations;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.Cursor;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.springframework.stereotype.Service;

/** Searches acts, in particular everything one person did in a period. */
@Service
public class ActSearch {

    private static final List<SortOptions> LATEST_FIRST = List.of(by("occurredAt"), by("position"));
    private static final int MOST_TYPES = 100;
    private static final int CHAIN_PAGE = 1000;
    private static final int MOST_SERVED = 10_000;

    private final Documents documents;
    private final AsOf asOf;
    private final ActViews views;
    private final Clock clock;

    ActSearch(Documents documents, AsOf asOf, ActViews views, Clock clock) {
        this.documents = documents;
        this.asOf = asOf;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Returns one page of the acts that match and that the user may see. Only the first page has totals by type and
     * day.
     *
     * @throws org.serviceledger.query.shared.CannotAnswer if the question is malformed, reaches outside the user's
     *     scope or cannot be answered now
     */
    public ActHits search(ActQuestion question, Freshness freshness, SignedIn user) {
        question.faults().freshness(freshness).refuseIfAny();
        var visible = VisibleTo.user(user);
        if (question.organization() != null) {
            visible.mustReach(new OrganizationId(question.organization()));
        }
        var position = asOf.await(freshness, List.of(Acts.NAME));
        var cursor = Cursor.read(question.cursor(), question.withoutPlace(), LATEST_FIRST.size(), clock.instant());
        var response = documents.search(
                Acts.NAME,
                ActDocument.class,
                visible,
                ratingsAside(query(question), visible),
                search -> page(search, question, cursor));
        return hits(response, question, visible, cursor, position);
    }

    /**
     * Returns every act of a case in ledger order. The caller must have checked that the user may see the case: a user
     * who may see it may see all its acts, except acts of ratings they may not read.
     */
    public List<ActView> chain(CaseId caseId, VisibleTo visible) {
        var acts = new ArrayList<ActDocument>();
        var query = ratingsAside(Queries.term("caseId", caseId.value()), visible);
        List<ActDocument> page;
        do {
            var last = acts.isEmpty() ? -1 : acts.getLast().position();
            page = Documents.sources(documents.search(
                    Acts.NAME,
                    ActDocument.class,
                    VisibleTo.everyone(),
                    query,
                    search -> search.size(CHAIN_PAGE)
                            .sort(sort ->
                                    sort.field(field -> field.field("position").order(SortOrder.Asc)))
                            .searchAfter(last)));
            acts.addAll(page);
        } while (page.size() == CHAIN_PAGE);
        return views.inOrder(acts, visible);
    }

    /**
     * Excludes all acts of evaluations for users who may not read single ratings. For all others, excludes acts of
     * evaluations of their own service.
     */
    private Query ratingsAside(Query wanted, VisibleTo visible) {
        var evaluations = Queries.term("subject", "evaluation");
        if (!visible.mayReadRatings()) {
            return Queries.and(wanted, Queries.not(evaluations));
        }
        var themselves = visible.themselves();
        return themselves == null
                ? wanted
                : Queries.and(
                        wanted,
                        Queries.not(Queries.and(evaluations, Queries.terms("caseId", casesServedBy(themselves)))));
    }

    private List<String> casesServedBy(String person) {
        var rated = documents.search(
                Evaluations.NAME,
                EvaluationDocument.class,
                VisibleTo.everyone(),
                Queries.term("served.person", person),
                search -> search.size(MOST_SERVED));
        return Documents.sources(rated).stream()
                .map(evaluation -> evaluation.caseId().value())
                .toList();
    }

    private static Query query(ActQuestion asked) {
        var filters = new ArrayList<Query>(Queries.days("occurredAt", asked.from(), asked.to()));
        if (asked.person() != null) {
            filters.add(Queries.term("person", asked.person()));
        }
        if (asked.concerned() != null) {
            filters.add(Queries.term("concerned", asked.concerned()));
        }
        if (asked.organization() != null) {
            filters.add(Queries.term(Queries.ORGANISATION_PATH, new OrganizationId(asked.organization()).code()));
        }
        var types = asked.type();
        if (types != null && !types.isEmpty()) {
            filters.add(Queries.terms("type", types));
        }
        if (asked.deviating() != null) {
            var deviating = Queries.exists("deviations");
            filters.add(asked.deviating() ? deviating : Queries.not(deviating));
        }
        return Queries.and(filters);
    }

    private static SearchRequest.Builder page(SearchRequest.Builder search, ActQuestion question, Cursor cursor) {
        search.size(question.size()).sort(LATEST_FIRST);
        return question.cursor() == null
                ? search.aggregations(
                                "type",
                                Aggregation.of(any ->
                                        any.terms(terms -> terms.field("type").size(MOST_TYPES))))
                        .aggregations(
                                "day",
                                Aggregation.of(any -> any.dateHistogram(days -> days.field("occurredAt")
                                        .calendarInterval(CalendarInterval.Day)
                                        .timeZone(WorkingDayCalendar.CHINA.getId())
                                        .minDocCount(1))))
                : search.searchAfter(cursor.after());
    }

    private ActHits hits(
            SearchResponse<ActDocument> response,
            ActQuestion question,
            VisibleTo visible,
            Cursor cursor,
            long position) {
        var total = response.hits().total();
        var items = Documents.sources(response).stream()
                .map(act -> views.one(act, visible))
                .toList();
        var first = question.cursor() == null;
        return new ActHits(
                total == null ? items.size() : total.value(),
                total == null ? "eq" : total.relation().jsonValue(),
                items,
                first ? byType(response.aggregations()) : List.of(),
                first ? byDay(response.aggregations()) : List.of(),
                cursor.next(response.hits().hits(), question.size(), question.withoutPlace()),
                position);
    }

    private static List<Facet> byType(Map<String, Aggregate> counted) {
        var types = Objects.requireNonNull(counted.get("type"));
        return !types.isSterms()
                ? List.of()
                : types.sterms().buckets().array().stream()
                        .map(bucket -> new Facet(
                                bucket.key().stringValue(),
                                EventTypes.term(bucket.key().stringValue()),
                                bucket.docCount()))
                        .toList();
    }

    private static List<Facet> byDay(Map<String, Aggregate> counted) {
        return Objects.requireNonNull(counted.get("day")).dateHistogram().buckets().array().stream()
                .map(bucket -> day(bucket.key(), bucket.docCount()))
                .toList();
    }

    private static Facet day(long start, long count) {
        var day = Instant.ofEpochMilli(start)
                .atZone(WorkingDayCalendar.CHINA)
                .toLocalDate()
                .toString();
        return new Facet(day, day, count);
    }

    private static SortOptions by(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Desc)));
    }
}
