package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus.Failure;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One read model kept up to date: its indices, its processor, its rebuilds. */
final class Projection<D extends Document> {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Shorter than Axon waits before another node may take a segment over, since a batch holds its token's transaction. */
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(5);

    private final ReadModel<D> model;
    private final LedgerSource ledger;
    private final ProjectionSettings settings;
    private final ScheduledExecutorService threads;
    private final Generations<D> generations;
    private final DocumentIndex<D> live;
    private final DocumentProjector<D> projector;
    private final PooledStreamingEventProcessor processor;

    /** Whoever holds it starts, stops or rebuilds. */
    private final ReentrantLock changing = new ReentrantLock();

    private final AtomicLong position = new AtomicLong(-1);
    private final AtomicLong visible = new AtomicLong(-1);
    private final AtomicLong writesSeen = new AtomicLong(-1);
    private final AtomicLong shownAt = new AtomicLong(System.nanoTime());
    private volatile State state = State.STOPPED;
    private volatile @Nullable Failure failure;
    private volatile @Nullable Rebuild<D> rebuild;
    private volatile @Nullable TrackingToken builtUpTo;
    private volatile int segments;

    Projection(
            ReadModel<D> model,
            LedgerSource ledger,
            ElasticsearchClient client,
            ProjectionSettings settings,
            ScheduledExecutorService threads) {
        this.model = model;
        this.ledger = ledger;
        this.settings = settings;
        this.threads = threads;
        this.generations = new Generations<>(client, model, settings);
        this.live = generations.index(model.name(), Patience.upTo(BATCH_PATIENCE));
        this.projector = new DocumentProjector<>(model, live, settings.cachedDocuments());
        this.processor = processor();
    }

    private PooledStreamingEventProcessor processor() {
        return PooledStreamingEventProcessor.builder()
                .name(model.name())
                .eventHandlerInvoker(projector)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(ledger.events())
                .tokenStore(ledger.tokens())
                .transactionManager(ledger.transactions())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(settings.segments())
                .initialToken(events -> builtUpTo == null ? events.createTailToken() : builtUpTo)
                .batchSize(settings.batchSize())
                .build();
    }

    String name() {
        return model.name();
    }

    /** Builds the index first where there is none that fits; returns when the processor runs or on interruption. */
    void start() {
        state = State.STARTING;
        while (state == State.STARTING || state == State.FAILING) {
            try {
                startNow();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Read model {} cannot start yet: {}", name(), e.getMessage());
                failed(e);
            }
            try {
                Thread.sleep(RETRY_AFTER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void startNow() {
        changing.lock();
        try {
            if (state == State.LIVE || isStopped()) {
                return;
            }
            if (mustBeBuilt()) {
                build(false);
            } else {
                run();
            }
        } finally {
            changing.unlock();
        }
    }

    /** Without an index, with one of another version, or with one that knows more than the ledger holds. */
    private boolean mustBeBuilt() {
        var index = generations.live();
        return index.isEmpty() || !generations.isOfThisVersion(index.get()) || live.highestPosition() > ledger.head();
    }

    /** Fills a new index beside the live one and puts it in its place. */
    void rebuild() {
        changing.lock();
        try {
            build(state == State.LIVE);
        } finally {
            changing.unlock();
        }
    }

    /**
     * While the last events are read and the alias is moved the processor stands still. Its token is then behind what the
     * new index holds, never ahead: events delivered again are recognised by their position.
     */
    private void build(boolean isRunning) {
        var index = generations.create();
        try (var filling = new Rebuild<>(model, ledger.events(), generations, index, settings, this::isStopped)) {
            rebuild = filling;
            if (!isRunning) {
                state = State.REBUILDING;
            }
            filling.catchUp();
            if (isRunning) {
                processor.shutDown();
            }
            filling.catchUp();
            generations.goLive(index);
            builtUpTo = filling.reached();
            LOG.info("Read model {} was built as {} up to position {}", name(), index, ledger.head());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            generations.drop(index);
            throw new IllegalStateException("the rebuild of " + name() + " was interrupted", e);
        } catch (RuntimeException e) {
            generations.drop(index);
            throw e;
        } finally {
            rebuild = null;
            if (isRunning) {
                run();
            }
        }
        if (!isRunning) {
            run();
        }
    }

    private boolean isStopped() {
        return state == State.STOPPED;
    }

    private void run() {
        if (isStopped()) {
            return;
        }
        processor.start();
        segments = 0;
        failure = null;
        state = State.LIVE;
    }

    void stop() {
        state = State.STOPPED;
        changing.lock();
        try {
            processor.shutDown();
        } finally {
            changing.unlock();
        }
    }

    /** Up to where events were taken in by every segment; what was reached once stays reached. */
    long position() {
        var statuses = processor.processingStatus();
        if (processor.isRunning() && !statuses.isEmpty() && statuses.size() == segments()) {
            var lowest = statuses.values().stream()
                    .mapToLong(Projection::position)
                    .min()
                    .orElse(-1);
            position.accumulateAndGet(lowest, Math::max);
        }
        return position.get();
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    private int segments() {
        if (segments == 0) {
            segments = ledger.transactions()
                    .fetchInTransaction(() -> ledger.tokens().fetchSegments(name()))
                    .length;
        }
        return segments;
    }

    /** Up to where searches see everything. */
    long visiblePosition() {
        var reached = position();
        if (writesSeen.get() == projector.writes()) {
            visible.accumulateAndGet(reached, Math::max);
        }
        return visible.get();
    }

    /** Makes everything taken in visible to searches, unless it is already. */
    synchronized void show() {
        var writes = projector.writes();
        if (writesSeen.get() != writes) {
            live.refresh();
            writesSeen.set(writes);
        }
    }

    /** As {@link #show()}, but no more often than Elasticsearch itself would: then its answers lag for no longer. */
    void showInTurn() {
        var now = System.nanoTime();
        var before = shownAt.get();
        if (now - before > settings.refreshInterval().toNanos() && shownAt.compareAndSet(before, now)) {
            show();
        }
    }

    ProjectionStatus status() {
        var building = rebuild;
        var reached = position();
        var stuck = projector.failure().orElse(failure);
        return new ProjectionStatus(
                name(),
                generations.live().orElse(null),
                stuck == null || state == State.STOPPED ? state : State.FAILING,
                reached,
                Math.max(0, ledger.head() - reached),
                stuck,
                building == null ? null : building.progress());
    }

    private void failed(RuntimeException e) {
        var before = failure;
        var at = e instanceof ProjectionFailed of ? of.position() : -1;
        var eventId = e instanceof ProjectionFailed of ? of.eventId() : null;
        var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        failure = new Failure(
                at,
                eventId,
                reason,
                before == null ? Instant.now() : before.since(),
                before == null ? 1 : before.attempts() + 1);
        if (!isStopped()) {
            state = State.FAILING;
        }
    }
}
