package org.serviceledger.projection.engine;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Where events come from and where it is kept how far each read model has come. */
public record LedgerSource(
        StreamableMessageSource<TrackedEventMessage<?>> events, TokenStore tokens, TransactionManager transactions) {

    long head() {
        return RecordedEvent.positionOf(events.createHeadToken());
    }
}
