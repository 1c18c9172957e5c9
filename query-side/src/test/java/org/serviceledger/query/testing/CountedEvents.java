package org.serviceledger.query.testing;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.EventTypes;
import org.serviceledger.projection.engine.EventCount;

/** Counts the events of a ledger in memory. */
public final class CountedEvents {

    private CountedEvents() {}

    /** Returns a count that reads them all. */
    public static EventCount in(EventStore events) {
        return (wireNames, after, upTo) -> {
            long count = 0;
            try (var all = events.openStream(null)) {
                while (all.hasNextAvailable()) {
                    var event = all.nextAvailable();
                    long position = event.trackingToken().position().orElse(-1);
                    if (position > after
                            && position <= upTo
                            && wireNames.contains(EventTypes.wireName(event.getPayloadType()))) {
                        count++;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while counting events", e);
            }
            return count;
        };
    }
}
