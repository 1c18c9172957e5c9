package org.serviceledger.projection.engine;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Where the engine reads events and stores how far each read model has come.
 *
 * @param tokens the token store in the database of the connections
 * @param transactions the transactions of those connections; {@link NoTransactionManager} is rejected
 * @param connections the connections, each of which takes part in the transaction of the calling thread
 * @param counting counts the same events
 */
public record LedgerSource(
        StreamableMessageSource<TrackedEventMessage<?>> events,
        TokenStore tokens,
        TransactionManager transactions,
        ConnectionProvider connections,
        EventCount counting) {

    public LedgerSource {
        if (transactions instanceof NoTransactionManager) {
            throw new IllegalArgumentException(
                    "read models need real transactions: with %s a token is committed before its documents are written"
                            .formatted(transactions.getClass().getSimpleName()));
        }
    }

    long head() {
        return RecordedEvent.positionOf(events.createHeadToken());
    }
}
