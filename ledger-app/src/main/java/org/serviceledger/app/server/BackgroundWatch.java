package org.serviceledger.app.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * Reads a value every second on a thread of its own, so that callers never wait for it. Also reports why the value is
 * unavailable.
 */
final class BackgroundWatch<T> implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** A read that takes longer counts as a failure. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Supplier<T> look;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread looker;
    private volatile @Nullable T last;
    private volatile @Nullable Message failure = Message.of("health.starting");
    private volatile long lookedAt = System.nanoTime();

    private BackgroundWatch(String name, Supplier<T> look) {
        this.look = look;
        this.looker = Thread.ofPlatform().name("watch-" + name).daemon().unstarted(this::run);
    }

    static <T> BackgroundWatch<T> begin(String name, Supplier<T> look) {
        var watch = new BackgroundWatch<>(name, look);
        watch.looker.start();
        return watch;
    }

    /** Returns the latest value, which may be outdated; empty before the first successful read. */
    Optional<T> last() {
        return Optional.ofNullable(last);
    }

    /** Why it is not known how it is now; empty if it is. */
    Optional<Message> problem() {
        var silence = Duration.ofNanos(System.nanoTime() - lookedAt);
        return silence.compareTo(SILENCE) > 0
                ? Optional.of(Message.of("health.silent", "seconds", silence.toSeconds()))
                : Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        closing.countDown();
        looker.interrupt();
    }

    private void run() {
        try {
            do {
                look();
                lookedAt = System.nanoTime();
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            last = look.get();
            failure = null;
        } catch (RuntimeException e) {
            failure = Message.of("health.failed", "reason", e.getMessage() == null ? e : e.getMessage());
        }
    }
}
