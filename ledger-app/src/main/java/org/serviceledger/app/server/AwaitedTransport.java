package org.serviceledger.app.server;

import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A transport to an Elasticsearch that may still be starting. Each request waits for the first start; creating the
 * client does not.
 */
final class AwaitedTransport extends ForwardingTransport {

    private final Start start;

    /** Blocks until the server has started. */
    interface Start {

        void await() throws IOException;
    }

    AwaitedTransport(ElasticsearchTransport transport, Start start) {
        super(transport);
        this.start = start;
    }

    @Override
    public <Q, A, E> A performRequest(Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options)
            throws IOException {
        start.await();
        return transport.performRequest(request, endpoint, options);
    }

    @Override
    public <Q, A, E> CompletableFuture<A> performRequestAsync(
            Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options) {
        try {
            start.await();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return transport.performRequestAsync(request, endpoint, options);
    }
}
