package org.serviceledger.query.shared;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.serviceledger.projection.engine.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes waiting questions when searches see everything up to their position. One thread looks for all of them. */
@Component
class PositionWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PositionWatch.class);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);
    private static final Duration EXPIRE_EVERY = Duration.ofMillis(50);

    private final Projections projections;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final Thread looker =
            Thread.ofPlatform().name("position-watch").daemon().unstarted(this::run);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("position-wait").daemon().factory());
    private volatile boolean running;

    PositionWatch(Projections projections) {
        this.projections = projections;
    }

    private record Waiter(List<String> readModels, long position, long until, Runnable over) {}

    /**
     * Runs {@code over} once: when searches reach the position, at {@code until} in {@link System#nanoTime}, or at
     * shutdown.
     */
    void await(List<String> readModels, long position, long until, Runnable over) {
        waiters.add(new Waiter(readModels, position, until, over));
        LockSupport.unpark(looker);
    }

    @Override
    public void start() {
        running = true;
        looker.start();
        var _ = clock.scheduleWithFixedDelay(
                this::expire, EXPIRE_EVERY.toMillis(), EXPIRE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (running) {
            if (waiters.isEmpty()) {
                LockSupport.park(this);
            } else {
                look();
                LockSupport.parkNanos(this, LOOK_AGAIN_AFTER.toNanos());
            }
        }
    }

    private void look() {
        var groups = waiters.stream().collect(Collectors.groupingBy(Waiter::readModels));
        groups.forEach((readModels, group) -> {
            try {
                var lowest = group.stream().mapToLong(Waiter::position).min().orElse(0);
                var reached = projections
                        .awaitPosition(readModels, lowest, Duration.ZERO)
                        .position();
                group.stream().filter(waiter -> waiter.position() <= reached).forEach(this::tell);
            } catch (RuntimeException e) {
                LOG.debug("cannot look how far {} are", readModels, e);
            }
        });
    }

    /** Runs on its own thread, because looking may wait for Elasticsearch. */
    private void expire() {
        var now = System.nanoTime();
        waiters.stream().filter(waiter -> now - waiter.until() >= 0).forEach(this::tell);
    }

    private void tell(Waiter waiter) {
        if (waiters.remove(waiter)) {
            try {
                waiter.over().run();
            } catch (RuntimeException e) {
                LOG.debug("whoever waited has gone", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(looker);
        clock.shutdownNow();
        waiters.forEach(this::tell);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
