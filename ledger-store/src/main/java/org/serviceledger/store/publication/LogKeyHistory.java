package org.serviceledger.store.publication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.KeyRotation;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/**
 * Stores which keys the log has been signed with. Signing and adding a key exclude each other, across all processes.
 */
public final class LogKeyHistory {

    /** The advisory lock of the log's keys: shared by signers, exclusive for adding a key. */
    private static final long LOCK = 0x6c6f672d6b657973L;

    private static final String EXCLUSIVELY = "SELECT pg_advisory_xact_lock(" + LOCK + ")";
    private static final String SHARED = "SELECT pg_advisory_xact_lock_shared(" + LOCK + ")";
    private static final String ALL =
            "SELECT number, coalesce(vkey, ''), from_size, since, statement FROM ledger_log_key ORDER BY number";
    private static final String LAST_NOTE = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    private static final String ADD = "INSERT INTO ledger_log_key (vkey, from_size, statement) VALUES (?, ?, ?)";

    private final DataSource dataSource;

    public LogKeyHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work with the current keys while no other process changes them. */
    interface Work<T extends @Nullable Object> {
        T with(Connection connection, LogKeys keys) throws SQLException;
    }

    /** Reads all keys. Throws {@link MalformedLog} if a row is no key. */
    public LogKeys read() {
        return read(LogKeyHistory::refuse);
    }

    /** Reads the keys whose rows are valid. Reports each other row, with its number and what is wrong with it. */
    public LogKeys read(Consumer<MalformedLog> unreadable) {
        try (var connection = dataSource.getConnection()) {
            return read(connection, unreadable);
        } catch (SQLException e) {
            throw new EventStoreException("could not read the keys of the log", e);
        }
    }

    /**
     * Adds a key. A key of the log's own kind is in force from then on, and no checkpoint is signed without it.
     *
     * @param before signs with the key in force; null if that key is lost
     * @param next signs with the new key
     * @return the tenure of the new key
     * @throws LogKeyMissing if {@code before} is not the key in force
     * @throws IllegalStateException if the log has no key yet
     */
    public LogKeys.Tenure rotate(@Nullable NoteSigner before, NoteSigner next) {
        return locked(EXCLUSIVELY, (connection, keys) -> {
            var current = keys.current()
                    .orElseThrow(() -> new IllegalStateException("the log has not been signed with any key yet"));
            if (before != null && !before.verifier().equals(current.key())) {
                throw new LogKeyMissing(Message.of("LogKeyMissing.other", "key", current.key()));
            }
            var last = lastCheckpoint(connection, next.verifier().name());
            var rotation = new KeyRotation(last.origin(), last.size(), last.root(), current.key(), next.verifier());
            var statement = rotation.signed(before, next, Instant.now());
            add(connection, next.verifier(), last.size() + 1, statement);
            return read(connection, LogKeyHistory::refuse).tenures().getLast();
        });
    }

    /** Adds the first key of a log, unless another process has just done so. */
    void begin(VerifierKey first) {
        locked(EXCLUSIVELY, (connection, keys) -> {
            if (keys.tenures().isEmpty()) {
                add(connection, first, 0, null);
            }
            return null;
        });
    }

    /** Runs work during which no key may be added. */
    <T extends @Nullable Object> T unchanged(Work<T> work) {
        return locked(SHARED, work);
    }

    private <T extends @Nullable Object> T locked(String lock, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(lock);
                T done = work.with(connection, read(connection, LogKeyHistory::refuse));
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not keep the keys of the log: " + e.getMessage(), e);
        }
    }

    private static LogKeys read(Connection connection, Consumer<MalformedLog> unreadable) throws SQLException {
        try (var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            var tenures = new ArrayList<LogKeys.Tenure>();
            while (row.next()) {
                try {
                    tenures.add(tenure(row));
                } catch (MalformedLog e) {
                    unreadable.accept(
                            new MalformedLog(Message.of("log.no-key-row", "row", row.getInt(1), "reason", e.why()), e));
                }
            }
            return new LogKeys(tenures);
        }
    }

    private static LogKeys.Tenure tenure(ResultSet row) throws SQLException {
        @Nullable String statement = row.getString(5);
        return new LogKeys.Tenure(
                VerifierKey.parse(row.getString(2)),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                statement == null ? null : SignedNote.parse(statement));
    }

    private static void refuse(MalformedLog unreadable) {
        throw unreadable;
    }

    private static Checkpoint lastCheckpoint(Connection connection, String origin) throws SQLException {
        try (var query = connection.prepareStatement(LAST_NOTE);
                var row = query.executeQuery()) {
            return row.next()
                    ? Checkpoint.parse(SignedNote.parse(row.getString(1)).text())
                    : new Checkpoint(origin, 0, TreeHash.EMPTY);
        }
    }

    private static void add(Connection connection, VerifierKey key, long fromSize, @Nullable SignedNote statement)
            throws SQLException {
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, key.toString());
            insert.setLong(2, fromSize);
            insert.setString(3, statement == null ? null : statement.toString());
            insert.executeUpdate();
        }
    }
}
