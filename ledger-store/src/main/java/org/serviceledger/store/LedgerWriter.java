package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executor;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.store.StoreStatement.Flush;
import org.serviceledger.store.log.MerkleFrontier;

/** Runs transactions on the ledger over one connection: lock the head, read tails and keys, store, commit. */
final class LedgerWriter implements AutoCloseable {

    static final String CHANNEL = "ledger_head";

    private static final int ANSWER_MILLIS = 60_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private static final String LOCK_HEAD = "SELECT size, frontier FROM ledger_head FOR UPDATE";

    private static final String LEAF_AT = "SELECT leaf_hash FROM ledger_event WHERE position = ?";

    private final Connection connection;
    private final PreparedStatement lockHead;
    private final StoreStatement store;
    private final TailQuery tails;

    LedgerWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setNetworkTimeout(SAME_THREAD, ANSWER_MILLIS);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
        GenericPlans.on(connection);
        this.lockHead = connection.prepareStatement(LOCK_HEAD);
        this.store = new StoreStatement(connection);
        this.tails = new TailQuery(connection);
    }

    /**
     * Begins a transaction and locks the head, so that no other process can append. Waits for other processes'
     * transactions.
     */
    MerkleFrontier lockHead() throws SQLException {
        connection.setAutoCommit(false);
        try (var row = lockHead.executeQuery()) {
            if (!row.next()) {
                throw new EventStoreException("the head of the ledger is missing: the schema is damaged");
            }
            return MerkleFrontier.of(row.getLong(1), row.getBytes(2));
        }
    }

    Map<String, StreamTail> tails(Collection<String> streams) throws SQLException {
        return tails.tails(streams);
    }

    Map<String, IdempotencyReceipt> usedKeys(Collection<String> keys) throws SQLException {
        return IdempotencyKeys.find(connection, keys);
    }

    /**
     * Stores the batch if the head is where the batch begins, and commits it unless {@link #lockHead} has begun a
     * transaction.
     *
     * @return false if another process has appended meanwhile; then nothing is stored
     */
    boolean store(Batch batch, Flush flush) throws SQLException {
        if (!connection.getAutoCommit() || !StoreStatement.isCopied(batch)) {
            return store.execute(batch, flush);
        }
        connection.setAutoCommit(false);
        if (!store.execute(batch, flush)) {
            rollback();
            return false;
        }
        commit();
        return true;
    }

    /** Returns once everything committed so far is durable. */
    void flush() throws SQLException {
        Durability.flush(connection);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * Whether the batch was committed on a connection that was lost since. Waits for the transaction of that
     * connection.
     */
    boolean holds(Batch batch) throws SQLException {
        lockHead();
        var first = batch.events().getFirst();
        try (var query = connection.prepareStatement(LEAF_AT)) {
            query.setLong(1, first.position());
            try (var row = query.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), first.leafHash());
            }
        } finally {
            rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
