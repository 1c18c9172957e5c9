package org.serviceledger.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.serviceledger.projection.embedded.Access;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates Elasticsearch clients that write and read documents as JSON. Readers of documents use the same clients as the
 * engine that writes them.
 */
public final class DocumentClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DocumentClient() {}

    /** Returns a client for the embedded Elasticsearch. */
    public static ElasticsearchClient of(Access embedded) {
        return of(List.of(embedded.uri()), embedded.user(), embedded.password());
    }

    /** Returns a client for a cluster that requires no credentials. */
    public static ElasticsearchClient of(List<URI> nodes) {
        return ElasticsearchClient.of(connection -> connection.hosts(nodes).jsonMapper(new Jackson3JsonpMapper(JSON)));
    }

    /** Returns a client for a cluster that requires a user and a password (HTTP basic authentication). */
    public static ElasticsearchClient of(List<URI> nodes, String user, String password) {
        return ElasticsearchClient.of(connection ->
                connection.hosts(nodes).usernameAndPassword(user, password).jsonMapper(new Jackson3JsonpMapper(JSON)));
    }

    /** Returns the JSON mapper that the clients use for documents. */
    public static JsonMapper json() {
        return JSON;
    }
}
