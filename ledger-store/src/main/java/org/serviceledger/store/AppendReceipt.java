package org.serviceledger.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The result of some work and the positions of the events it appended; empty if it appended none. A caller that waits
 * until a read model has reached the last of these positions then reads its own writes.
 */
public record AppendReceipt<T extends @Nullable Object>(T result, Optional<Positions> positions) {

    private static final ScopedValue<AtomicReference<@Nullable Positions>> RECORDER = ScopedValue.newInstance();

    /**
     * Runs the work and notes the positions appended meanwhile <em>on this thread</em>. The command bus must therefore
     * handle commands on the thread of their sender.
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
