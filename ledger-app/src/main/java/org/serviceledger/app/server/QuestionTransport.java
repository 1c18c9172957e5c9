package org.serviceledger.app.server;

import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;

/**
 * Sends queries to Elasticsearch, with a limited number in flight and a time limit for each. While Elasticsearch is
 * known to be down, new queries fail immediately and those in flight are cancelled.
 */
final class QuestionTransport extends ForwardingTransport {

    private static final long GLANCE_MILLIS = 100;

    private final SearchWatch watch;
    private final Duration limit;
    private final Semaphore places;

    QuestionTransport(ElasticsearchTransport transport, SearchWatch watch, Duration limit, int atOnce) {
        super(transport);
        this.watch = watch;
        this.limit = limit;
        this.places = new Semaphore(atOnce);
    }

    @Override
    public <Q, A, E> A performRequest(Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options)
            throws IOException {
        mustAnswer();
        if (!places.tryAcquire()) {
            throw new IOException("as many questions are under way as may be at the same time");
        }
        try {
            return answer(transport.performRequestAsync(request, endpoint, options));
        } finally {
            places.release();
        }
    }

    private <A> A answer(CompletableFuture<A> asked) throws IOException {
        long until = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    var answer = asked.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                    watch.answered();
                    return answer;
                } catch (TimeoutException _) {
                    mustAnswer();
                    if (System.nanoTime() > until) {
                        throw new IOException("no answer within %d ms".formatted(limit.toMillis()));
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a question was under way", e);
        } finally {
            asked.cancel(true);
        }
    }

    private void mustAnswer() throws IOException {
        var outage = watch.outage();
        if (outage.isPresent()) {
            throw new IOException(outage.get().in(Language.ENGLISH));
        }
    }

    @Override
    public <Q, A, E> CompletableFuture<A> performRequestAsync(
            Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options) {
        throw new UnsupportedOperationException("questions are asked one after the other");
    }
}
