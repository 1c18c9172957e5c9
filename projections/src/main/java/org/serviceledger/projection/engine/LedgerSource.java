package org.serviceledger.projection.engine;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Where events come from and where it is kept how far each read model has come.
 *
 * @param tokens in the database of the connections
 * @param transactions of those connections
 * @param connections each takes part in the transaction of the thread that asks for it
 * @param counting of the same events
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
