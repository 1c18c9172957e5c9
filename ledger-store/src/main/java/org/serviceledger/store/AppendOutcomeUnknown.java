package org.serviceledger.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The database went away while it was committing and did not come back in time: the events may be stored or not. Read
 * the stream, or send the request again under its idempotency key, before doing anything else.
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
