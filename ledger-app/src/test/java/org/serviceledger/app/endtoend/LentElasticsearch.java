package org.serviceledger.app.endtoend;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch.Options;

/**
 * An Elasticsearch that outlives the ledger it is lent to. A start of Elasticsearch costs more than the rest of a
 * ledger's start. One ledger at a time uses each, and finds no index of another ledger in it.
 */
final class LentElasticsearch implements AutoCloseable {

    private static final List<LentElasticsearch> IDLE = new ArrayList<>();

    private final EmbeddedElasticsearch server;
    private final ElasticsearchClient client;
    private Path borrower = Path.of("");

    private LentElasticsearch(EmbeddedElasticsearch server) {
        this.server = server;
        this.client = DocumentClient.of(server.access());
    }

    /** Lends a server to the ledger of a data directory until it is closed; the same one again, if it is idle. */
    static LentElasticsearch to(Path data) throws IOException {
        var lent = idle(data);
        if (!lent.borrower.equals(data)) {
            lent.empty();
            lent.borrower = data;
        }
        return lent;
    }

    private static LentElasticsearch idle(Path data) throws IOException {
        synchronized (IDLE) {
            var found = IDLE.stream()
                    .filter(each -> each.borrower.equals(data))
                    .findFirst()
                    .or(() -> IDLE.stream().findFirst());
            if (found.isPresent()) {
                IDLE.remove(found.get());
                return found.get();
            }
        }
        return start();
    }

    private static LentElasticsearch start() throws IOException {
        var directory = Files.createTempDirectory("ledger-elasticsearch-");
        var server = EmbeddedElasticsearch.start(Options.of(directory.resolve("elasticsearch")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
        return new LentElasticsearch(server);
    }

    private static void stop(EmbeddedElasticsearch server, Path directory) {
        server.close();
        try {
            SharedDemo.delete(directory);
        } catch (UncheckedIOException _) {
            // the system empties its temporary directory anyway
        }
    }

    private void empty() throws IOException {
        for (var index : client.indices().get(get -> get.index("*")).indices().keySet()) {
            client.indices().delete(delete -> delete.index(index));
        }
    }

    /** The options that make a ledger use the server. */
    List<String> options() {
        return List.of("--elasticsearch-url", server.uri().toString());
    }

    /** The environment that lets a ledger use the server. */
    Map<String, String> environment() {
        var access = server.access();
        return Map.of(
                "LEDGER_ELASTICSEARCH_USER", access.user(), "LEDGER_ELASTICSEARCH_USER_PASSWORD", access.password());
    }

    /** Takes the server back. */
    @Override
    public void close() {
        synchronized (IDLE) {
            IDLE.add(this);
        }
    }
}
