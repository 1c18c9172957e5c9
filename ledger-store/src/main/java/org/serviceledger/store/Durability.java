package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * How much of the ledger is known to have reached the disk. What is committed can be read a moment before that, and is lost if
 * the server dies in that moment; so whoever hands on what was read sees to it first that it is durable.
 */
public final class Durability {

    /** Stores nothing, but is a transaction whose commit waits for the log of all commits before it. */
    private static final String FLUSH = "SELECT size, pg_logical_emit_message(true, 'ledger', '') FROM ledger_head";

    private final AtomicLong size = new AtomicLong();

    /** Up to here nothing can be lost any more. */
    public long size() {
        return size.get();
    }

    void reached(long durable) {
        size.accumulateAndGet(durable, Math::max);
    }

    /** Returns when the ledger is durable up to this size, which was seen on whatever connection; this one commits by itself. */
    public void ensure(Connection connection, long seen) throws SQLException {
        if (seen > size.get()) {
            reached(flush(connection));
        }
    }

    /** Returns when all that was committed before the call is durable: the size of the ledger then, or a later one. */
    static long flush(Connection connection) throws SQLException {
        try (var flush = connection.prepareStatement(FLUSH);
                var head = flush.executeQuery()) {
            if (!head.next()) {
                throw new EventStoreException("the head of the ledger is missing: the schema is damaged");
            }
            return head.getLong(1);
        }
    }
}
