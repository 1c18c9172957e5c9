package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * How much of the ledger is known to have reached the disk. A committed event can be read a moment before that, and is
 * lost if the server dies in that moment. Code that hands on events it has read must call {@link #ensure} first.
 * Thread-safe.
 */
public final class Durability {

    /** Stores nothing, but is a transaction. Its commit waits until the log of all earlier commits is on disk. */
    private static final String FLUSH = "SELECT size, pg_logical_emit_message(true, 'ledger', '') FROM ledger_head";

    private final AtomicLong size = new AtomicLong();

    /** The size of the ledger, in events, up to which nothing can be lost any more. */
    public long size() {
        return size.get();
    }

    void reached(long durable) {
        size.accumulateAndGet(durable, Math::max);
    }

    /**
     * Returns once the ledger is durable up to this size, which the caller may have seen on any connection. The
     * connection given here must be in auto-commit mode.
     */
    public void ensure(Connection connection, long seen) throws SQLException {
        if (seen > size.get()) {
            reached(flush(connection));
        }
    }

    /**
     * Returns once everything that was committed before the call is durable. The result is the size of the ledger at
     * the call or later.
     */
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
