package org.serviceledger.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What some work gave back, and where in the ledger its events are; empty if it appended none. Who waits until a read
 * model has come to the last of these positions reads what was written.
 */
public record AppendReceipt<T extends @Nullable Object>(T result, Optional<Positions> positions) {

    private static final ScopedValue<AtomicReference<@Nullable Positions>> RECORDER = ScopedValue.newInstance();

    /**
     * Does the work and notes what is appended meanwhile <em>on this thread</em>: the command bus must handle commands
     * on the thread of their sender.
     */
    public static <T extends @Nullable Object, X extends Throwable> AppendReceipt<T> capture(
            ScopedValue.CallableOp<? extends T, X> work) throws X {
        var recorder = new AtomicReference<@Nullable Positions>();
        T result = ScopedValue.where(RECORDER, recorder).<T, X>call(work);
        return new AppendReceipt<>(result, Optional.ofNullable(recorder.get()));
    }

    static void record(Positions positions) {
        if (RECORDER.isBound()) {
            var recorder = RECORDER.get();
            @Nullable Positions earlier = recorder.get();
            recorder.set(earlier == null ? positions : earlier.through(positions));
        }
    }
}
