package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the documents of a read model are kept: an index or the alias of one. The version of a document is the position
 * it reflects, so a write that comes late or twice changes nothing.
 */
final class DocumentIndex<D extends Document> {

    private static final int CONFLICT = 409;

    /** Documents in one request; theirs are a few kilobytes each. */
    private static final int AT_ONCE = 1000;

    private final ElasticsearchClient client;
    private final String name;
    private final Class<D> type;

    DocumentIndex(ElasticsearchClient client, String name, Class<D> type) {
        this.client = client;
        this.name = name;
        this.type = type;
    }

    /** The documents as last put, whether or not a search can see them yet. */
    Map<String, D> get(Collection<String> ids) {
        var found = new HashMap<String, D>();
        for (var some : chunks(ids)) {
            try {
                client.mget(get -> get.index(name).ids(some).realtime(true), type)
                        .docs()
                        .forEach(item -> keep(item, found));
            } catch (IOException e) {
                throw new UncheckedIOException("could not read from " + name + ": " + e.getMessage(), e);
            }
        }
        return found;
    }

    private void keep(MultiGetResponseItem<D> item, Map<String, D> found) {
        if (item.isFailure()) {
            throw new IllegalStateException("could not read %s from %s: %s"
                    .formatted(item.failure().id(), name, item.failure().error().reason()));
        }
        var document = item.result().source();
        if (document != null) {
            found.put(item.result().id(), document);
        }
    }

    /** Puts documents unless they are there already as of this position or a later one; tells which were later. */
    Set<String> put(Map<String, D> documents) {
        var newer = new HashSet<String>();
        for (var some : chunks(documents.entrySet())) {
            for (var item : write(some)) {
                if (item.status() == CONFLICT) {
                    newer.add(String.valueOf(item.id()));
                } else if (item.error() != null) {
                    throw refused(item, documents);
                }
            }
        }
        return newer;
    }

    private List<BulkResponseItem> write(List<Map.Entry<String, D>> documents) {
        var request = new BulkRequest.Builder().index(name);
        for (var each : documents) {
            request.operations(operation -> operation.index(put -> put.id(each.getKey())
                    .versionType(VersionType.ExternalGte)
                    .version(each.getValue().position())
                    .document(each.getValue())));
        }
        try {
            return client.bulk(request.build()).items();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write to " + name + ": " + e.getMessage(), e);
        }
    }

    private ProjectionFailed refused(BulkResponseItem item, Map<String, D> documents) {
        var id = String.valueOf(item.id());
        var document = documents.get(id);
        var error = item.error();
        var reason = error == null ? "no reason given" : String.valueOf(error.reason());
        return new ProjectionFailed(
                "Elasticsearch refused document %s of %s: %s".formatted(id, name, reason),
                document == null ? -1 : document.position(),
                null,
                null);
    }

    /** Makes everything put so far visible to searches. */
    void refresh() {
        try {
            client.indices().refresh(refresh -> refresh.index(name));
        } catch (IOException e) {
            throw new UncheckedIOException("could not refresh " + name + ": " + e.getMessage(), e);
        }
    }

    /** The highest position any document reflects, -1 without documents. */
    long highestPosition() {
        try {
            refresh();
            var answer = client.search(
                    search -> search.index(name)
                            .size(0)
                            .aggregations("highest", max -> max.max(of -> of.field("position"))),
                    Void.class);
            var highest = answer.aggregations().get("highest");
            var value = highest == null ? null : highest.max().value();
            return value == null || Double.isInfinite(value) ? -1 : value.longValue();
        } catch (IOException e) {
            throw new UncheckedIOException("could not search " + name + ": " + e.getMessage(), e);
        }
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        var list = new ArrayList<>(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            chunks.add(list.subList(from, Math.min(from + AT_ONCE, list.size())));
        }
        return chunks;
    }
}
