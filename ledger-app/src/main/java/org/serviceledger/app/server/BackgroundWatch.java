package org.serviceledger.app.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * A thread of its own looks a value up every second, so that a caller never waits; or says why it cannot be had.
 */
final class BackgroundWatch<T> implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** A look that takes longer is bad news itself. */
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

    /** As it was found last; empty before it was found at all. */
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
