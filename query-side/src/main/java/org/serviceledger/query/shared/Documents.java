package org.serviceledger.query.shared;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.serviceledger.words.Message;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The only access to documents. Every search, count and fetch of scoped documents passes the user's filter here. */
@Component
public class Documents {

    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;

    Documents(@Qualifier("questions") ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * Searches what the user may see. Fails rather than return the results of only some shards.
     *
     * @throws CannotAnswer if Elasticsearch does not answer
     */
    public <D> SearchResponse<D> search(
            String index, Class<D> type, VisibleTo visible, Query wanted, UnaryOperator<SearchRequest.Builder> more) {
        return searchUnscoped(index, type, visible.filter(wanted), more);
    }

    /** Searches an index that holds only public documents: items, organisations. */
    public <D> SearchResponse<D> searchPublished(
            String index, Class<D> type, Query wanted, UnaryOperator<SearchRequest.Builder> more) {
        return searchUnscoped(index, type, wanted, more);
    }

    /** Returns the first document, in the order of {@code ids}, that exists and that the user may see. */
    public <D> Optional<D> find(String index, Class<D> type, VisibleTo visible, List<String> ids) {
        var found = search(
                index,
                type,
                visible,
                Query.of(query -> query.ids(any -> any.values(ids))),
                search -> search.size(ids.size()));
        return ids.stream()
                .flatMap(id -> found.hits().hits().stream().filter(hit -> id.equals(hit.id())))
                .map(Documents::source)
                .findFirst();
    }

    public static <D> List<D> sources(SearchResponse<D> response) {
        return response.hits().hits().stream().map(Documents::source).toList();
    }

    private static <D> D source(Hit<D> hit) {
        return Objects.requireNonNull(hit.source(), "every search asks for the source");
    }

    private <D> SearchResponse<D> searchUnscoped(
            String index, Class<D> type, Query wanted, UnaryOperator<SearchRequest.Builder> more) {
        var request = more.apply(
                        new SearchRequest.Builder().index(index).query(wanted).allowPartialSearchResults(false))
                .build();
        return asking(() -> client.search(request, type), request);
    }

    private interface Asked<T> {
        T ask() throws IOException;
    }

    private static <T> T asking(Asked<T> asked, SearchRequest request) {
        try {
            return asking(asked);
        } catch (ElasticsearchException e) {
            if (e.status() == BAD_REQUEST && !request.searchAfter().isEmpty()) {
                throw CannotAnswer.because("cursor", Message.of("fault.cursor"));
            }
            throw e;
        }
    }

    private static <T> T asking(Asked<T> asked) {
        try {
            return asked.ask();
        } catch (ElasticsearchException e) {
            if (e.status() == BAD_REQUEST) {
                throw e;
            }
            throw new CannotAnswer(new SearchUnavailable(String.valueOf(e.getMessage())), e);
        } catch (TransportException e) {
            throw new CannotAnswer(new SearchUnavailable(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new CannotAnswer(new SearchUnavailable(String.valueOf(e.getMessage())), e);
        }
    }
}
