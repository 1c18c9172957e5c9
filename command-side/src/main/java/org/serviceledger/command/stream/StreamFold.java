package org.serviceledger.command.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.LedgerEvent;

/**
 * Folds the streams of one kind for those who decide something else by them. States are kept, and each look asks the store
 * for what has come since: other nodes write too, and an answer is never older than the look.
 */
public final class StreamFold<S, E extends LedgerEvent> {

    /** Streams kept folded, the least used going first: more than a county has items, halls and staff. */
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

    /** What has become of this stream by now; the initial state if nothing has. */
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
