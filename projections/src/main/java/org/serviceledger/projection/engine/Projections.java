package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All read models of this process. Starts and stops them together; watches and rebuilds each one separately. */
public final class Projections implements AutoCloseable {

    /** Each build takes memory, two connections and much of Elasticsearch's capacity. */
    private static final int BUILDS_AT_ONCE = 2;

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);
    private static final Duration LOOK_AT_HEAD_AFTER = Duration.ofMillis(250);

    private final Map<String, Projection<?>> projections = new LinkedHashMap<>();
    private final ScheduledExecutorService threads;
    private final RepeatedLook head;
    private final RepeatedLook holes;
    private volatile long last = -1;

    /** Creates the read models. They read no events before {@link #start()}. */
    public Projections(
            List<ReadModel<?>> models, LedgerSource ledger, ElasticsearchClient client, ProjectionSettings settings) {
        threads = Executors.newScheduledThreadPool(
                settings.threads(), Thread.ofVirtual().name("projection-", 0).factory());
        var builds = new Semaphore(BUILDS_AT_ONCE, true);
        for (var model : models) {
            projections.put(model.name(), new Projection<>(model, ledger, client, settings, threads, builds));
        }
        head = new RepeatedLook("read-models-head", LOOK_AT_HEAD_AFTER, List.of(() -> last = ledger.head()));
        holes = new RepeatedLook("read-models-check", settings.checkEvery(), looks());
    }

    private List<Runnable> looks() {
        return projections.values().stream()
                .<Runnable>map(projection -> () -> projection.look(rebuild ->
                        Thread.ofVirtual().name("rebuild-" + projection.name()).start(rebuild)))
                .toList();
    }

    /**
     * Starts all read models and returns at once. A read model without a usable index is rebuilt in the background
     * first.
     */
    public void start() {
        head.start();
        holes.start();
        projections
                .values()
                .forEach(projection ->
                        Thread.ofVirtual().name("start-" + projection.name()).start(projection::start));
    }

    /** Stops all read models and waits until no thread folds events any more. */
    @Override
    public void close() {
        head.close();
        holes.close();
        projections.values().forEach(Projection::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the names of the read models, in the order of {@link #status()}. */
    public List<String> names() {
        return List.copyOf(projections.keySet());
    }

    /**
     * Returns the status of each read model. The answer comes from memory and needs neither PostgreSQL nor
     * Elasticsearch.
     */
    public List<ProjectionStatus> status() {
        return projections.values().stream().map(each -> each.status(last)).toList();
    }

    /**
     * Returns the status of one read model, from memory.
     *
     * @throws IllegalArgumentException if there is no such read model
     */
    public ProjectionStatus status(String model) {
        return projection(model).status(last);
    }

    /**
     * Returns the position up to which searches over these read models see all events, -1 if they see none. Does not
     * wait for events; the answer lags by the refresh interval at most.
     *
     * @throws IllegalArgumentException if there is no such read model
     */
    public long visiblePosition(Collection<String> models) {
        models.forEach(model -> projection(model).showInTurn());
        return lowestVisible(models);
    }

    private long lowestVisible(Collection<String> models) {
        return models.stream()
                .mapToLong(model -> projection(model).visiblePosition())
                .min()
                .orElse(-1);
    }

    /**
     * Waits until searches over these read models see all events up to the position, but no longer than the limit. An
     * interrupt ends the wait early and leaves the thread's interrupt flag set.
     *
     * @throws IllegalArgumentException if there is no such read model
     */
    public CaughtUp awaitPosition(Collection<String> models, long minPosition, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        var position = showUpTo(models, minPosition);
        while (position < minPosition && System.nanoTime() < until) {
            try {
                Thread.sleep(LOOK_AGAIN_AFTER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
            position = showUpTo(models, minPosition);
        }
        return new CaughtUp(position >= minPosition, position);
    }

    private long showUpTo(Collection<String> models, long minPosition) {
        for (var model : models) {
            var projection = projection(model);
            if (projection.position() >= minPosition && projection.visiblePosition() < minPosition) {
                projection.show();
            }
        }
        return lowestVisible(models);
    }

    /**
     * Rebuilds a read model beside the live one and swaps the two (blue/green rebuild). Searches continue meanwhile,
     * and new events are neither lost nor counted twice. Blocks until the rebuild is done; {@link #status(String)}
     * reports its progress.
     *
     * @throws IllegalArgumentException if there is no such read model
     * @throws IllegalStateException if another process is rebuilding this read model, or if the rebuild is interrupted
     */
    public void rebuild(String model) {
        projection(model).rebuild();
    }

    private Projection<?> projection(@Nullable String model) {
        var projection = projections.get(model);
        if (projection == null) {
            throw new IllegalArgumentException("no read model %s, only %s".formatted(model, projections.keySet()));
        }
        return projection;
    }
}
