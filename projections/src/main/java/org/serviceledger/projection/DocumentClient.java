package org.serviceledger.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.serviceledger.projection.embedded.Access;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How documents travel to Elasticsearch and back; whoever reads them uses the same client. */
public final class DocumentClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DocumentClient() {}

    /** For the embedded Elasticsearch. */
    public static ElasticsearchClient of(Access embedded) {
        return of(List.of(embedded.uri()), embedded.user(), embedded.password());
    }

    /** For clusters that ask for no credentials. */
    public static ElasticsearchClient of(List<URI> nodes) {
        return ElasticsearchClient.of(connection -> connection.hosts(nodes).jsonMapper(new Jackson3JsonpMapper(JSON)));
    }

    public static ElasticsearchClient of(List<URI> nodes, String user, String password) {
        return ElasticsearchClient.of(connection ->
                connection.hosts(nodes).usernameAndPassword(user, password).jsonMapper(new Jackson3JsonpMapper(JSON)));
    }

    /** Writes and reads documents exactly as the client does. */
    public static JsonMapper json() {
        return JSON;
    }
}
