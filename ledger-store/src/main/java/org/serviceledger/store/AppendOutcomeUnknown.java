package org.serviceledger.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The database went away during a commit and did not come back in time. The events may or may not be stored. Before
 * doing anything else, the caller must read the stream or send the request again under its idempotency key.
 */
public final class AppendOutcomeUnknown extends EventStoreException {

    private static final long serialVersionUID = 1;

    AppendOutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }

    static AppendOutcomeUnknown of(AppendUnit unit, Throwable failure) {
        return new AppendOutcomeUnknown(
                "the database went away during the commit and did not come back in time;"
                        + " the events of stream %s may be stored or not"
                                .formatted(unit.first().streamId()),
                failure);
    }
}
