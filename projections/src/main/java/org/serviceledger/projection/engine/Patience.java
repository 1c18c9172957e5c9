package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * How long to repeat a request while Elasticsearch is overloaded or unreachable (429, 502, 503, 504, or no answer). The
 * back-off between two attempts doubles up to half a minute.
 */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LOOK_UP = Duration.ofMillis(100);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final Duration limit;
    private final BooleanSupplier givenUp;

    private Patience(Duration limit, BooleanSupplier givenUp) {
        this.limit = limit;
        this.givenUp = givenUp;
    }

    /** Retries for this long after the first failure. */
    static Patience upTo(Duration limit) {
        return new Patience(limit, () -> false);
    }

    /** Retries until the caller gives up. */
    static Patience until(BooleanSupplier givenUp) {
        return new Patience(Duration.ofDays(365), givenUp);
    }

    /** One request to Elasticsearch. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws IOException;
    }

    /** Sends a request until it is answered. Throws the last failure if the limit is reached or the caller gives up. */
    <T> T ask(String what, Request<T> request) {
        var pauses = new Pauses();
        while (true) {
            try {
                return once(what, request);
            } catch (Overloaded e) {
                pauses.await(e);
            }
        }
    }

    /**
     * Sends a request once.
     *
     * @throws Overloaded if the request may succeed later
     */
    static <T> T once(String what, Request<T> request) {
        try {
            return request.send();
        } catch (ElasticsearchException e) {
            if (PASSING.contains(e.status())) {
                throw new Overloaded("%s: %s".formatted(what, e.getMessage()), e);
            }
            throw e;
        } catch (IOException e) {
            throw new Overloaded("%s: %s".formatted(what, e.getMessage()), new UncheckedIOException(e));
        }
    }

    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    Pauses pauses() {
        return new Pauses();
    }

    /** The back-off of one request and its repetitions. */
    final class Pauses {

        private long since = -1;
        private Duration next = FIRST_PAUSE;

        /** Resets the back-off after an answer. The next failure counts as the first one again. */
        void worked() {
            since = -1;
            next = FIRST_PAUSE;
        }

        /**
         * Waits before the next attempt. Throws the failure instead if the wait would exceed the limit, if the caller
         * gives up or if the thread is interrupted.
         */
        void await(Overloaded failure) {
            var now = System.nanoTime();
            since = since < 0 ? now : since;
            if (now - since + next.toNanos() > limit.toNanos()) {
                throw failure;
            }
            var until =
                    now + (long) (next.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.0));
            while (System.nanoTime() < until) {
                if (givenUp.getAsBoolean()) {
                    throw failure;
                }
                sleep(failure);
            }
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
        }

        private static void sleep(Overloaded failure) {
            try {
                Thread.sleep(LOOK_UP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }
}
