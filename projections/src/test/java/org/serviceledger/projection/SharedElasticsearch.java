package org.serviceledger.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch.Options;

/** One real Elasticsearch for all tests of a JVM. The first test that asks for it starts it. */
public final class SharedElasticsearch {

    private static final ElasticsearchClient CLIENT = start();

    private SharedElasticsearch() {}

    /** Returns a client and keeps all indices. */
    public static ElasticsearchClient unchanged() {
        return CLIENT;
    }

    /** Deletes all indices and returns a client. */
    public static ElasticsearchClient emptied() {
        try {
            for (var index :
                    CLIENT.indices().get(get -> get.index("*")).indices().keySet()) {
                CLIENT.indices().delete(delete -> delete.index(index));
            }
            return CLIENT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ElasticsearchClient start() {
        try {
            var data = Files.createTempDirectory(Path.of("target"), "elasticsearch-");
            var server = EmbeddedElasticsearch.start(Options.of(data));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return DocumentClient.of(server.access());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
