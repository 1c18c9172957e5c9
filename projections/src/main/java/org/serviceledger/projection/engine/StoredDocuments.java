package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads the documents of a read model from Elasticsearch as stored, whatever their content. */
final class StoredDocuments {

    private static final int NOT_FOUND = 404;
    private static final int PAGE = 5000;
    private static final int AT_ONCE = 1000;

    private final ElasticsearchClient client;
    private final String alias;

    StoredDocuments(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** Returns the number of documents, 0 without an index. */
    long count() {
        return asking(() -> client.count(count -> count.index(alias)).count(), 0L);
    }

    /**
     * Returns the fields that are indexed but not stored, such as words and pinyin. Their values cannot be read back.
     */
    Set<String> notKept() {
        return asking(
                () -> {
                    var names = new HashSet<String>();
                    client.indices()
                            .getMapping(get -> get.index(alias))
                            .mappings()
                            .values()
                            .forEach(index -> {
                                var source = index.mappings().source();
                                if (source != null) {
                                    names.addAll(source.excludes());
                                }
                            });
                    return names;
                },
                Set.of());
    }

    /** Returns the ids of the documents that reflect only the first {@code size} events of the ledger. */
    Set<String> ids(long size) {
        return ids(size, _ -> true);
    }

    /** Returns those of these ids that match the predicate. */
    Set<String> ids(long size, Predicate<String> wanted) {
        return asking(
                () -> {
                    client.indices().refresh(refresh -> refresh.index(alias));
                    var ids = new HashSet<String>();
                    long after = -1;
                    while (true) {
                        var hits = client.search(page(after, size), Void.class)
                                .hits()
                                .hits();
                        hits.stream()
                                .map(hit -> String.valueOf(hit.id()))
                                .filter(wanted)
                                .forEach(ids::add);
                        if (hits.size() < PAGE) {
                            return ids;
                        }
                        // more documents may share the last position if one was inserted by hand
                        after = Math.max(after + 1, position(hits.getLast()) - 1);
                    }
                },
                Set.of());
    }

    private static long position(Hit<?> hit) {
        return hit.sort().getFirst().longValue();
    }

    private SearchRequest page(long after, long size) {
        return SearchRequest.of(search -> search.index(alias)
                .size(PAGE)
                .source(source -> source.fetch(false))
                .query(query -> query.range(
                        range -> range.number(number -> number.field("position").lt((double) size))))
                .sort(sort -> sort.field(field -> field.field("position").order(SortOrder.Asc)))
                .searchAfter(FieldValue.of(after)));
    }

    /** Returns documents as last written, whether or not searches see them yet. */
    Map<String, JsonNode> get(Collection<String> ids) {
        var found = new HashMap<String, JsonNode>();
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            found.putAll(asking(() -> fetched(some), Map.of()));
        }
        return found;
    }

    private Map<String, JsonNode> fetched(List<String> ids) throws IOException {
        var found = new HashMap<String, JsonNode>();
        for (var item : client.mget(get -> get.index(alias).ids(ids).realtime(true), JsonNode.class)
                .docs()) {
            var source = item.isResult() ? item.result().source() : null;
            if (source != null) {
                found.put(item.result().id(), source);
            }
        }
        return found;
    }

    private <T> T asking(Question<T> question, T without) {
        try {
            return question.ask();
        } catch (ElasticsearchException e) {
            if (e.status() == NOT_FOUND) {
                return without;
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read from " + alias + ": " + e.getMessage(), e);
        }
    }
}
