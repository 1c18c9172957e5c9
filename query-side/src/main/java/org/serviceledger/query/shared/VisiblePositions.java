package org.serviceledger.query.shared;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.springframework.stereotype.Component;

/**
 * The position up to which searches see everything. Making new documents visible needs Elasticsearch. This class waits
 * at most 500 ms for it and then returns the last known position, as of which an answer is right too.
 */
@Component
class VisiblePositions {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Projections projections;
    private final Map<List<String>, Long> known = new ConcurrentHashMap<>();
    private final Map<List<String>, CompletableFuture<Long>> looking = new ConcurrentHashMap<>();

    VisiblePositions(Projections projections) {
        this.projections = projections;
    }

    /** Returns the current position. Waits only for Elasticsearch to make written documents visible. */
    long now(List<String> readModels) {
        var look = looking.computeIfAbsent(
                readModels,
                models -> CompletableFuture.supplyAsync(
                        () -> projections.visiblePosition(models), VisiblePositions::run));
        var _ = look.whenComplete((_, _) -> looking.remove(readModels, look));
        return outcome(look, readModels);
    }

    /** As {@link #now}, but also makes documents up to the position visible if they are written. */
    long upTo(List<String> readModels, long position) {
        var before = known.get(readModels);
        if (before != null && before >= position) {
            return before;
        }
        return outcome(
                CompletableFuture.supplyAsync(
                        () -> projections
                                .awaitPosition(readModels, position, Duration.ZERO)
                                .position(),
                        VisiblePositions::run),
                readModels);
    }

    private long outcome(CompletableFuture<Long> look, List<String> readModels) {
        @Nullable Exception failure;
        try {
            return known.merge(readModels, look.get(LOOK.toMillis(), TimeUnit.MILLISECONDS), Math::max);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UncheckedIOException || e.getCause() instanceof ElasticsearchException)) {
                throw new IllegalStateException(e.getCause());
            }
            failure = e;
        } catch (TimeoutException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        }
        var before = known.get(readModels);
        if (before == null) {
            throw new CannotAnswer(new SearchUnavailable(String.valueOf(failure.getMessage())), failure);
        }
        return before;
    }

    private static void run(Runnable look) {
        Thread.ofVirtual().name("visible-position").start(look);
    }
}
