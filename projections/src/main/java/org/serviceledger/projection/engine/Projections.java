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

/** All read models of this process: started and stopped together, watched and rebuilt one by one. */
public final class Projections implements AutoCloseable {

    /** Each takes memory, two connections and much of Elasticsearch. */
    private static final int BUILDS_AT_ONCE = 2;

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);
    private static final Duration LOOK_AT_HEAD_AFTER = Duration.ofMillis(250);

    private final Map<String, Projection<?>> projections = new LinkedHashMap<>();
    private final ScheduledExecutorService threads;
    private final RepeatedLook head;
    private final RepeatedLook holes;
    private volatile long last = -1;

    /** Reads nothing before it is started. */
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

    /** Returns at once; a read model whose index does not fit is built first. */
    public void start() {
        head.start();
        holes.start();
        projections
                .values()
                .forEach(projection ->
                        Thread.ofVirtual().name("start-" + projection.name()).start(projection::start));
    }

    /** Waits until nothing is being folded any more. */
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

    /** Of the read models, in the order of their statuses. */
    public List<String> names() {
        return List.copyOf(projections.keySet());
    }

    public List<ProjectionStatus> status() {
        return projections.values().stream().map(each -> each.status(last)).toList();
    }

    public ProjectionStatus status(String model) {
        return projection(model).status(last);
    }

    /**
     * Up to which position searches over these read models see everything, without waiting: -1 if nothing. It lags behind
     * by the refresh interval at most.
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

    /** Waits until searches over these read models see everything up to the position, and no longer than the limit. */
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
     * Builds a read model anew beside the live one and swaps them; searches go on meanwhile, and new events are neither
     * lost nor counted twice. Returns when that is done; {@link #status(String)} tells how far it has come.
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
