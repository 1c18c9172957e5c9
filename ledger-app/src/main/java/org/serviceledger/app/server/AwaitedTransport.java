package org.serviceledger.app.server;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leads to an Elasticsearch that may still be starting: only who asks it something waits for it. */
final class AwaitedTransport implements ElasticsearchTransport {

    private final Supplier<ElasticsearchTransport> start;
    private @Nullable ElasticsearchTransport started;

    AwaitedTransport(Supplier<ElasticsearchTransport> start) {
        this.start = start;
    }

    private synchronized ElasticsearchTransport started() {
        @Nullable ElasticsearchTransport known = started;
        if (known == null) {
            known = start.get();
            started = known;
        }
        return known;
    }

    @Override
    public <Q, A, E> A performRequest(Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options)
            throws IOException {
        return started().performRequest(request, endpoint, options);
    }

    @Override
    public <Q, A, E> CompletableFuture<A> performRequestAsync(
            Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options) {
        return started().performRequestAsync(request, endpoint, options);
    }

    @Override
    public JsonpMapper jsonpMapper() {
        return started().jsonpMapper();
    }

    @Override
    public TransportOptions options() {
        return started().options();
    }

    @Override
    public synchronized void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
