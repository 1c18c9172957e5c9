package org.serviceledger.command.stream;

import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.serviceledger.api.LedgerEvent;

/** What a decider found to have happened, on its way into the store. */
public final class Happenings {

    /** Under which metadata key the store finds when an event happened, to seal it. */
    public static final String OCCURRED_AT = "occurredAt";

    private Happenings() {}

    /** Appends the events, in order, to the stream of the shell that is handling a command. */
    public static void append(List<? extends LedgerEvent> events) {
        for (var event : events) {
            AggregateLifecycle.apply(
                    event, MetaData.with(OCCURRED_AT, event.occurredAt().toString()));
        }
    }
}
