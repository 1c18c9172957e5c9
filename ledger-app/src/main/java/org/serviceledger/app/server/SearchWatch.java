package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls Elasticsearch's health twice a second, with a client of its own. Callers read the result from memory. */
final class SearchWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchWatch.class);

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** Silence after which Elasticsearch counts as down. */
    private static final Duration SILENCE = Duration.ofMillis(1_700);

    private final Supplier<ElasticsearchAsyncClient> opening;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread asker =
            Thread.ofPlatform().name("search-watch").daemon().unstarted(this::ask);
    private volatile long answeredAt = System.nanoTime();
    private volatile @Nullable String failure = "is starting";
    private volatile @Nullable HealthStatus status;

    private SearchWatch(Supplier<ElasticsearchAsyncClient> opening) {
        this.opening = opening;
    }

    /**
     * Starts polling.
     *
     * @param opening supplies the client; the watch calls it on its own thread, so it may block
     */
    static SearchWatch begin(Supplier<ElasticsearchAsyncClient> opening) {
        var watch = new SearchWatch(opening);
        watch.asker.start();
        return watch;
    }

    /** Why Elasticsearch counts as down; empty if it answers. */
    Optional<String> outage() {
        @Nullable String failed = failure;
        var silence = Duration.ofNanos(System.nanoTime() - answeredAt);
        if (failed != null) {
            return Optional.of("Elasticsearch " + failed);
        }
        return silence.compareTo(SILENCE) > 0
                ? Optional.of("Elasticsearch has not answered for %d s".formatted(Math.max(1, silence.toSeconds())))
                : Optional.empty();
    }

    /** The latest cluster health. */
    Optional<HealthStatus> status() {
        return Optional.ofNullable(status);
    }

    /** Other clients report their answers here: any answer shows that the server is alive. */
    void answered() {
        answeredAt = System.nanoTime();
    }

    @Override
    public void close() {
        closing.countDown();
        asker.interrupt();
    }

    private void ask() {
        try {
            var client = opening.get();
            while (!closing.await(once(client).toMillis(), TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed("cannot be reached: " + e.getMessage());
        }
    }

    private Duration once(ElasticsearchAsyncClient client) throws InterruptedException {
        var asked = client.cluster().health();
        try {
            status = asked.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS).status();
            if (failure != null) {
                LOG.info("Elasticsearch answers");
            }
            answered();
            failure = null;
            return EVERY;
        } catch (ExecutionException e) {
            failed("does not answer: " + firstLine(e.getCause()));
        } catch (TimeoutException _) {
            asked.cancel(true); // the connection may hang
        }
        return AFTER_A_FAILURE;
    }

    private void failed(String reason) {
        if (failure == null) {
            LOG.warn("Elasticsearch {}", reason);
        }
        failure = reason;
    }

    private static String firstLine(@Nullable Throwable e) {
        return String.valueOf(e == null || e.getMessage() == null ? e : e.getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
