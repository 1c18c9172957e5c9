package org.serviceledger.command.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.LedgerEvent;

/**
 * Computes the current state of other streams for rules that depend on them. States are cached, and every read also
 * fetches the events that the store has added since, including those of other nodes. A result is therefore never older
 * than the read. Safe for use by several threads.
 */
public final class StreamFold<S, E extends LedgerEvent> {

    /**
     * Maximum number of cached streams, more than a county has items, halls and staff. Beyond it, the cache evicts the
     * least used.
     */
    private static final int KEPT = 20_000;

    private record Folded<S>(S state, long next) {}

    private final EventStore events;
    private final Class<E> family;
    private final Folded<S> beginning;
    private final BiFunction<S, E, S> evolve;
    private final Cache<String, Folded<S>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public StreamFold(EventStore events, Class<E> family, S initial, BiFunction<S, E, S> evolve) {
        this.events = events;
        this.family = family;
        this.beginning = new Folded<>(initial, 0);
        this.evolve = evolve;
    }

    /** Returns the current state of the stream, or the initial state if it has no events. */
    public S of(Object stream) {
        var id = stream.toString();
        var before = kept.asMap().getOrDefault(id, beginning);
        var now = before;
        var since = events.readEvents(id, before.next());
        while (since.hasNext()) {
            var event = since.next();
            now = new Folded<>(
                    evolve.apply(now.state(), family.cast(event.getPayload())), event.getSequenceNumber() + 1);
        }
        if (now.next() > before.next()) {
            kept.put(id, now);
        }
        return now.state();
    }
}
