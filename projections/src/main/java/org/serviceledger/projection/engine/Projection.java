package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.HoleCheck.Verdict;
import org.serviceledger.projection.engine.ProjectionStatus.Failure;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one read model up to date: its indices, its event processor and its rebuilds. */
final class Projection<D extends Document> {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /**
     * Shorter than the time after which Axon lets another node take a segment over, because a batch holds its token's
     * transaction open.
     */
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(5);

    private final ReadModel<D> model;
    private final LedgerSource ledger;
    private final ProjectionSettings settings;
    private final ScheduledExecutorService threads;
    private final Semaphore builds;
    private final Generations<D> generations;
    private final DocumentIndex<D> live;
    private final Tallies tallies;
    private final HoleCheck<D> check;
    private final Mending mending = new Mending();
    private final DocumentProjector<D> projector;
    private final PooledStreamingEventProcessor processor;

    /** Held by the thread that starts, stops or rebuilds the read model. */
    private final ReentrantLock changing = new ReentrantLock();

    private final AtomicLong position = new AtomicLong(-1);
    private final AtomicLong visible = new AtomicLong(-1);
    private final AtomicLong writesSeen = new AtomicLong(-1);
    private final AtomicLong shownAt = new AtomicLong(System.nanoTime());
    private volatile State state = State.STOPPED;
    private volatile @Nullable Failure failure;
    private volatile @Nullable Rebuild<D> rebuild;
    private volatile int segments;
    private volatile @Nullable String index;
    private volatile @Nullable Hole hole;

    private record Hole(Message reason, Instant since) {}

    Projection(
            ReadModel<D> model,
            LedgerSource ledger,
            ElasticsearchClient client,
            ProjectionSettings settings,
            ScheduledExecutorService threads,
            Semaphore builds) {
        this.builds = builds;
        this.model = model;
        this.ledger = ledger;
        this.settings = settings;
        this.threads = threads;
        this.generations = new Generations<>(client, model, settings);
        this.live = generations.behindTheAlias(Patience.upTo(BATCH_PATIENCE));
        this.tallies = new Tallies(ledger.connections(), model.name());
        this.check = new HoleCheck<>(model, ledger, generations, tallies, settings.graceOfShards());
        this.projector = new DocumentProjector<>(model, live, tallies, settings.cachedDocuments());
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
                .initialToken(events -> events.createTailToken())
                .batchSize(settings.batchSize())
                .build();
    }

    String name() {
        return model.name();
    }

    /**
     * Starts the processor, after a rebuild if no index fits. Retries after a failure. Returns when the processor runs,
     * when the read model is stopped or when the thread is interrupted.
     */
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
                hole = null;
            } else {
                run();
            }
        } finally {
            changing.unlock();
        }
    }

    /**
     * Returns whether there is no index, an index of another version, or an index that does not hold what was written
     * to it.
     */
    private boolean mustBeBuilt() {
        var found = generations.live();
        if (found.isEmpty() || !generations.isOfThisVersion(found.get())) {
            return true;
        }
        return switch (check.look()) {
            case Verdict.Sound(var sound) -> {
                index = sound;
                yield false;
            }
            case Verdict.InDoubt(var inDoubt) -> {
                index = inDoubt;
                yield false;
            }
            case Verdict.Hole(var reason) -> {
                LOG.error("Read model {} is not as it was written, and is built anew: {}", name(), inLogs(reason));
                hole = new Hole(reason, Instant.now());
                yield true;
            }
            case Verdict.Unknown(var reason) -> throw new ProjectionFailed(reason, -1, null, null);
        };
    }

    /**
     * Compares the index with what was written to it. If something is missing, hands a rebuild to the executor and
     * returns without waiting for it.
     */
    void look(Executor rebuilds) {
        if (state != State.LIVE || rebuild != null) {
            return;
        }
        var found = check.look();
        if (found instanceof Verdict.Hole && state == State.LIVE && rebuild == null) {
            found = check.look();
        }
        switch (found) {
            case Verdict.Sound(var sound) -> sound(sound);
            case Verdict.InDoubt _, Verdict.Unknown _ -> {}
            case Verdict.Hole(var reason) -> holed(reason, rebuilds);
        }
    }

    private void sound(String found) {
        index = found;
        if (hole != null) {
            LOG.info("Read model {} is whole again", name());
        }
        hole = null;
        mending.sound(Instant.now());
        dropOrphans(found);
    }

    /**
     * Drops indices that unfinished rebuilds left behind. Takes the build lock first, because another node may be
     * filling a new index.
     */
    private void dropOrphans(String inUse) {
        if (!generations.hasOthersThan(inUse)) {
            return;
        }
        BuildLock.take(ledger.connections(), name()).ifPresent(lock -> {
            try (lock) {
                generations.dropAllBut(inUse);
            }
        });
    }

    private void holed(Message reason, Executor rebuilds) {
        var before = hole;
        if (before == null || !before.reason().equals(reason)) {
            LOG.error("Read model {} is not as it was written: {}", name(), inLogs(reason));
        }
        hole = new Hole(reason, before == null ? Instant.now() : before.since());
        if (mending.isDue(Instant.now()) && changing.tryLock()) {
            changing.unlock();
            mending.begun(Instant.now());
            rebuilds.execute(this::mend);
        }
    }

    private static String inLogs(Message reason) {
        return reason.in(Language.ENGLISH);
    }

    private void mend() {
        try {
            rebuild();
            hole = null;
            LOG.info("Read model {} is whole again", name());
        } catch (RuntimeException e) {
            LOG.error("Read model {} could not be rebuilt, again at {}: {}", name(), mending.next(), e.getMessage());
        }
    }

    /** Fills a new index beside the live one and swaps the two. Blocks until that is done. */
    void rebuild() {
        changing.lock();
        try {
            build(state == State.LIVE);
            hole = null;
        } finally {
            changing.unlock();
        }
    }

    private void build(boolean isRunning) {
        builds.acquireUninterruptibly();
        try (var lock = BuildLock.take(ledger.connections(), name())
                .orElseThrow(() -> new IllegalStateException("another process is building " + name()))) {
            generations.dropAllBut(generations.live().orElse(null));
            build(isRunning, lock);
        } finally {
            builds.release();
        }
    }

    /**
     * Keeps the tallies locked while it reads the last events and moves the alias, so that no processor writes on any
     * node. Token and tally are then at the same position.
     */
    private void build(boolean isRunning, BuildLock lock) {
        var filled = generations.create();
        try (var filling = new Rebuild<>(model, ledger.events(), generations, filled, settings, this::isStopped)) {
            rebuild = filling;
            if (!isRunning) {
                state = State.REBUILDING;
            }
            filling.catchUp();
            if (isRunning) {
                processor.shutDown();
            }
            ledger.transactions().executeInTransaction(() -> replace(filled, filling, lock));
            LOG.info("Read model {} was built as {} up to position {}", name(), filled, ledger.head());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            generations.drop(filled);
            throw new IllegalStateException("the rebuild of " + name() + " was interrupted", e);
        } catch (RuntimeException e) {
            dropUnlessLive(filled);
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

    /** Leaves the index to the next check if Elasticsearch does not answer. */
    private void dropUnlessLive(String filled) {
        try {
            generations.dropUnlessLive(filled);
        } catch (RuntimeException e) {
            LOG.warn("{} is left for later: {}", filled, e.getMessage());
        }
    }

    private void replace(String filled, Rebuild<D> filling, BuildLock lock) {
        var before = tallies.lockAll();
        try {
            filling.catchUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild of " + name() + " was interrupted", e);
        }
        if (!lock.isHeld()) {
            throw new IllegalStateException("PostgreSQL was restarted during the rebuild of " + name());
        }
        var counts = filling.counts();
        var parts = before.isEmpty() ? settings.segments() : before.size();
        segments = parts;
        tallies.forget();
        ledger.tokens().initializeTokenSegments(name(), parts, filling.reached());
        for (int segment = 0; segment < parts; segment++) {
            var position = RecordedEvent.positionOf(filling.reached());
            tallies.put(new Tally(segment, filled, position, segment == 0 ? counts : Counts.NONE));
        }
        generations.goLive(filled);
        index = filled;
    }

    private boolean isStopped() {
        return state == State.STOPPED;
    }

    private void run() {
        if (isStopped()) {
            return;
        }
        if (segments == 0) {
            segments = ledger.transactions().fetchInTransaction(tallies::all).size();
        }
        projector.forget();
        processor.start();
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

    /**
     * Returns the lowest position that all segments have processed, -1 before the first event. It never decreases, and
     * it advances only while this process runs all segments.
     */
    long position() {
        var statuses = processor.processingStatus();
        if (processor.isRunning() && !statuses.isEmpty() && statuses.size() == segments) {
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

    /** Returns the position up to which searches see all events. */
    long visiblePosition() {
        var reached = position();
        if (writesSeen.get() == projector.writes()) {
            visible.accumulateAndGet(reached, Math::max);
        }
        return visible.get();
    }

    /**
     * Refreshes the index so that searches see everything written, unless nothing was written since the last refresh.
     */
    synchronized void show() {
        var writes = projector.writes();
        if (writesSeen.get() != writes) {
            live.refresh();
            writesSeen.set(writes);
        }
    }

    /**
     * Like {@link #show()}, but no more often than Elasticsearch itself would refresh. Searches then lag no longer than
     * under Elasticsearch's own refresh.
     */
    void showInTurn() {
        var now = System.nanoTime();
        var before = shownAt.get();
        if (now - before > settings.refreshInterval().toNanos() && shownAt.compareAndSet(before, now)) {
            show();
        }
    }

    /** Answers from memory alone, because callers ask when PostgreSQL or Elasticsearch does not answer. */
    ProjectionStatus status(long head) {
        var building = rebuild;
        var reached = position();
        var missing = hole;
        var stuck = missing == null
                ? projector.failure().orElse(failure)
                : new Failure(-1, null, missing.reason(), missing.since(), 1);
        return new ProjectionStatus(
                name(),
                index,
                state(missing != null, stuck != null),
                reached,
                Math.max(0, head - reached),
                stuck,
                building == null ? null : building.progress());
    }

    private State state(boolean isHoled, boolean isStuck) {
        if (isStopped() || !(isHoled || isStuck)) {
            return state;
        }
        return isHoled ? State.HOLED : State.FAILING;
    }

    private void failed(RuntimeException e) {
        var before = failure;
        var at = e instanceof ProjectionFailed of ? of.position() : -1;
        var eventId = e instanceof ProjectionFailed of ? of.eventId() : null;
        failure = new Failure(
                at,
                eventId,
                ProjectionFailed.why(e),
                before == null ? Instant.now() : before.since(),
                before == null ? 1 : before.attempts() + 1);
        if (!isStopped()) {
            state = State.FAILING;
        }
    }
}
