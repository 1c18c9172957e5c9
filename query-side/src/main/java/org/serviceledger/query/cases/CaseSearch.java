package org.serviceledger.query.cases;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.projection.cases.CaseDocument;
import org.serviceledger.projection.cases.Cases;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.Cursor;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.VisibleTo;
import org.springframework.stereotype.Service;

/** Searches cases. */
@Service
public class CaseSearch {

    private final Documents documents;
    private final AsOf asOf;
    private final CaseViews views;
    private final CaseFacets facets;
    private final Clock clock;

    CaseSearch(Documents documents, AsOf asOf, CaseViews views, CaseFacets facets, Clock clock) {
        this.documents = documents;
        this.asOf = asOf;
        this.views = views;
        this.facets = facets;
        this.clock = clock;
    }

    /**
     * Returns one page of the cases that match and that the user may see. Only the first page has facets.
     *
     * @throws org.serviceledger.query.shared.CannotAnswer if the question is malformed, reaches beyond the user's scope
     *     or role, or cannot be answered now
     */
    public CaseHits search(CaseQuestion question, Freshness freshness, SignedIn user) {
        question.faults().freshness(freshness).refuseIfAny();
        var visible = VisibleTo.user(user);
        if (question.organization() != null) {
            visible.mustReach(new OrganizationId(question.organization()));
        }
        if (question.asksForRatings()) {
            visible.mustReadRatings();
        }
        var position = asOf.await(freshness, List.of(Cases.NAME));
        var cursor = Cursor.read(
                question.cursor(),
                question.withoutPlace(),
                question.order().sort().size(),
                clock.instant());
        var response = documents.search(
                Cases.NAME,
                CaseDocument.class,
                visible,
                query(question, visible, cursor),
                search -> page(search, question, cursor));
        return hits(response, question, visible, cursor, position);
    }

    private static Query query(CaseQuestion question, VisibleTo visible, Cursor cursor) {
        var asked = CaseQueries.of(question, cursor.now(), visible);
        return question.asksForRatings() ? CaseQueries.lessOwnRatings(asked, visible) : asked;
    }

    private static SearchRequest.Builder page(SearchRequest.Builder search, CaseQuestion question, Cursor cursor) {
        search.size(question.size()).sort(question.order().sort());
        return question.cursor() == null
                ? search.aggregations(CaseFacets.asked(cursor.now()))
                : search.searchAfter(cursor.after());
    }

    private CaseHits hits(
            SearchResponse<CaseDocument> response,
            CaseQuestion question,
            VisibleTo visible,
            Cursor cursor,
            long position) {
        var total = response.hits().total();
        var items = Documents.sources(response).stream()
                .map(document -> views.summary(document, question.q(), visible, cursor.now()))
                .toList();
        Map<String, List<Facet>> counted = question.cursor() == null ? facets.of(response.aggregations()) : Map.of();
        return new CaseHits(
                total == null ? items.size() : total.value(),
                total == null ? "eq" : total.relation().jsonValue(),
                items,
                counted,
                cursor.next(response.hits().hits(), question.size(), question.withoutPlace()),
                position);
    }
}
