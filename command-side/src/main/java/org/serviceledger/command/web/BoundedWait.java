package org.serviceledger.command.web;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.store.outage.StoreOutage;
import org.serviceledger.words.Language;

/**
 * Waits for database work only while the database answers. If the watch reports an outage, the caller gets
 * {@link StoreAway}.
 */
final class BoundedWait {

    private static final long GLANCE_MILLIS = 100;

    private final DatabaseWatch watch;

    BoundedWait(DatabaseWatch watch) {
        this.watch = watch;
    }

    /**
     * Runs the work on a virtual thread and waits for the result. After an outage or an interrupt the work continues
     * and may still succeed, so the outcome is unknown.
     *
     * @throws StoreAway if the database stops answering or the caller is interrupted
     */
    <T> T answer(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("command").start(task);
        while (true) {
            try {
                return task.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                watch.outage().filter(_ -> !task.isDone()).ifPresent(outage -> {
                    throw new StoreAway(StoreOutage.OUTCOME_UNKNOWN, outage.in(Language.ENGLISH));
                });
            } catch (ExecutionException e) {
                throw switch (e.getCause()) {
                    case RuntimeException failure -> failure;
                    case Error error -> throw error;
                    case null, default -> new IllegalStateException(e.getCause());
                };
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreAway(StoreOutage.OUTCOME_UNKNOWN, "interrupted while a command was carried out");
            }
        }
    }
}
