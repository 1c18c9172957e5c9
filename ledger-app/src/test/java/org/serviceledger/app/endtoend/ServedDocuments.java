package org.serviceledger.app.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.serviceledger.projection.embedded.RunningElasticsearch;
import tools.jackson.databind.JsonNode;

/** Reads documents of the read models directly from the server's Elasticsearch. */
final class ServedDocuments {

    private static final int PAGE = 5_000;

    private final Api elasticsearch;

    private ServedDocuments(Api elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    static ServedDocuments of(LedgerProcess server) throws IOException {
        var access =
                RunningElasticsearch.on(server.data().resolve("elasticsearch")).orElseThrow();
        return new ServedDocuments(Api.as(access.uri(), access.user(), access.password()));
    }

    /** Returns every document of a read model, by id. */
    Map<String, JsonNode> all(String readModel) throws IOException, InterruptedException {
        elasticsearch.post("/" + readModel + "/_refresh", Map.of());
        var all = new TreeMap<String, JsonNode>();
        var after = -1L;
        while (true) {
            var question =
                    Map.of("size", PAGE, "sort", List.of(Map.of("position", "asc")), "search_after", List.of(after));
            var hits = elasticsearch
                    .post("/" + readModel + "/_search", question)
                    .json()
                    .path("hits")
                    .path("hits");
            if (hits.isEmpty()) {
                return all;
            }
            for (var hit : hits) {
                all.put(hit.path("_id").asString(), hit.path("_source"));
                after = hit.path("sort").get(0).asLong();
            }
        }
    }

    /** Name of the index behind the alias. */
    String index(String readModel) throws IOException, InterruptedException {
        var indices = elasticsearch.get("/" + readModel + "/_alias").json();
        return indices.propertyNames().iterator().next();
    }
}
