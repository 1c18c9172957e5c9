package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.HealthResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
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
    private volatile @Nullable Message failure = Message.of("health.search-starting");
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

    /** What is the matter with Elasticsearch; empty if it answers. */
    Optional<Message> outage() {
        @Nullable Message failed = failure;
        var silence = Duration.ofNanos(System.nanoTime() - answeredAt);
        if (failed != null) {
            return Optional.of(failed);
        }
        return silence.compareTo(SILENCE) > 0
                ? Optional.of(Message.of("health.search-silent", "seconds", Math.max(1, silence.toSeconds())))
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
            failed(Message.of("health.search-unreachable", "reason", e.getMessage()));
        }
    }

    private Duration once(ElasticsearchAsyncClient client) throws InterruptedException {
        var asked = new CompletableFuture<HealthResponse>();
        try {
            asked = client.cluster().health();
            status = asked.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS).status();
            if (failure != null) {
                LOG.info("Elasticsearch answers");
            }
            answered();
            failure = null;
            return EVERY;
        } catch (ExecutionException e) {
            failed(Message.of("health.search-mute", "reason", firstLine(e.getCause())));
        } catch (TimeoutException _) {
            asked.cancel(true); // the connection may hang
        } catch (RuntimeException e) {
            failed(Message.of("health.search-mute", "reason", firstLine(e)));
        }
        return AFTER_A_FAILURE;
    }

    private void failed(Message reason) {
        if (failure == null) {
            LOG.warn("{}", reason.in(Language.ENGLISH));
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
