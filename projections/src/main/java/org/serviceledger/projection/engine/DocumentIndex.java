package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the documents of a read model, in an index or in the index behind an alias. The external version of
 * a document is the position it reflects, so a late or repeated write changes nothing. While Elasticsearch is
 * overloaded, the index repeats requests with back-off and fewer documents.
 */
final class DocumentIndex<D extends Document> {

    private static final int CONFLICT = 409;

    private final ElasticsearchClient client;
    private final String name;
    private final Class<D> type;
    private final boolean isAlias;
    private final Patience patience;
    private final RequestSize size = new RequestSize();

    private DocumentIndex(ElasticsearchClient client, String name, Class<D> type, boolean isAlias, Patience patience) {
        this.client = client;
        this.name = name;
        this.isAlias = isAlias;
        this.type = type;
        this.patience = patience;
    }

    static <D extends Document> DocumentIndex<D> named(
            ElasticsearchClient client, String index, Class<D> type, Patience patience) {
        return new DocumentIndex<>(client, index, type, false, patience);
    }

    /**
     * Returns the index behind an alias. Bulk requests require the alias: without that, the first write to a missing
     * alias would make Elasticsearch create an index of that name.
     */
    static <D extends Document> DocumentIndex<D> behind(
            ElasticsearchClient client, String alias, Class<D> type, Patience patience) {
        return new DocumentIndex<>(client, alias, type, true, patience);
    }

    /** A document of a bulk request. */
    private record Row(String id, long version, BinaryData json) {}

    /** Returns the documents as last written, whether or not searches see them yet. */
    Map<String, Kept<D>> get(Collection<String> ids) {
        var found = new HashMap<String, Kept<D>>();
        var remaining = new ArrayList<>(ids);
        var pauses = patience.pauses();
        while (!remaining.isEmpty()) {
            var some = remaining.subList(0, Math.min(remaining.size(), size.documents()));
            try {
                Patience.once(
                                "could not read from " + name,
                                () -> client.mget(
                                        get -> get.index(name).ids(some).realtime(true), ObjectNode.class))
                        .docs()
                        .forEach(item -> keep(item, found));
                some.clear();
                size.grow();
                pauses.worked();
            } catch (Overloaded e) {
                size.shrink();
                pauses.await(e);
            }
        }
        return found;
    }

    private void keep(MultiGetResponseItem<ObjectNode> item, Map<String, Kept<D>> found) {
        if (item.isFailure()) {
            throw new IllegalStateException("could not read %s from %s: %s"
                    .formatted(item.failure().id(), name, item.failure().error().reason()));
        }
        var source = item.result().source();
        if (source != null) {
            found.put(item.result().id(), Kept.read(source, type));
        }
    }

    /** Writes the documents. Skips those that the index already holds at a later position and returns their ids. */
    Set<String> put(Map<String, Kept<D>> documents) {
        var newer = new HashSet<String>();
        var remaining = rows(documents);
        var pauses = patience.pauses();
        while (!remaining.isEmpty()) {
            var some = size.first(remaining, row -> row.json().size());
            try {
                var left = write(some, newer);
                some.clear();
                remaining.addAll(left);
                if (!left.isEmpty()) {
                    throw new Overloaded("%s has no room for %d documents now".formatted(name, left.size()));
                }
                size.grow();
                pauses.worked();
            } catch (Overloaded e) {
                size.shrink();
                pauses.await(e);
            }
        }
        return newer;
    }

    private List<Row> rows(Map<String, Kept<D>> documents) {
        var rows = new ArrayList<Row>(documents.size());
        documents.forEach((id, document) -> rows.add(
                new Row(id, document.position(), BinaryData.of(document.json(), ContentType.APPLICATION_JSON))));
        return rows;
    }

    /** Sends one bulk request. Returns the rows that Elasticsearch had no capacity for. */
    private List<Row> write(List<Row> rows, Set<String> newer) {
        var request = new BulkRequest.Builder().index(name).requireAlias(isAlias);
        for (var row : rows) {
            request.operations(operation -> operation.index(put -> put.id(row.id())
                    .versionType(VersionType.ExternalGte)
                    .version(row.version())
                    .document(row.json())));
        }
        var items = Patience.once("could not write to " + name, () -> client.bulk(request.build()))
                .items();
        var left = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            var item = items.get(i);
            if (item.status() == CONFLICT) {
                newer.add(rows.get(i).id());
            } else if (Patience.isPassing(item.status())) {
                left.add(rows.get(i));
            } else if (item.error() != null) {
                throw refused(item, rows.get(i));
            }
        }
        return left;
    }

    private ProjectionFailed refused(BulkResponseItem item, Row row) {
        var error = item.error();
        var reason = error == null ? null : error.reason();
        return new ProjectionFailed(
                Message.of("read-model.document-refused", "id", row.id(), "index", name, "reason", reason),
                row.version(),
                null,
                null);
    }

    /** Makes all documents written so far visible to searches. */
    void refresh() {
        patience.ask("could not refresh " + name, () -> client.indices().refresh(refresh -> refresh.index(name)));
    }

    /**
     * What an index holds.
     *
     * @param folded the number of events in all documents together
     * @param highestPosition the highest position of any document, -1 without documents
     */
    record Totals(long documents, long folded, long highestPosition) {}

    /** Returns exact totals of all documents written so far. */
    Totals totals() {
        refresh();
        var answer = patience.ask(
                "could not search " + name,
                () -> client.search(
                        search -> search.index(name)
                                .size(0)
                                .allowPartialSearchResults(false)
                                .trackTotalHits(hits -> hits.enabled(true))
                                .aggregations("folded", sum -> sum.sum(of -> of.field(Kept.FOLDED_EVENTS)))
                                .aggregations("highest", max -> max.max(of -> of.field("position"))),
                        Void.class));
        var hits = answer.hits().total();
        var folded = answer.aggregations().get("folded");
        var highest = answer.aggregations().get("highest");
        return new Totals(
                hits == null ? 0 : hits.value(),
                whole(folded == null ? null : folded.sum().value(), 0),
                whole(highest == null ? null : highest.max().value(), -1));
    }

    private static long whole(@Nullable Double value, long without) {
        return value == null || Double.isInfinite(value) ? without : value.longValue();
    }
}
