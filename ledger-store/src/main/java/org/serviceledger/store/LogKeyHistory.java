package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.KeyRotation;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;

/** Keeps which keys the log has been signed with. Whoever signs and whoever brings in a key take turns. */
public final class LogKeyHistory {

    /** The advisory lock of the log's keys: shared by those who sign, exclusive for a new key. */
    private static final long LOCK = 0x6c6f672d6b657973L;

    private static final String EXCLUSIVELY = "SELECT pg_advisory_xact_lock(" + LOCK + ")";
    private static final String SHARED = "SELECT pg_advisory_xact_lock_shared(" + LOCK + ")";
    private static final String ALL = "SELECT vkey, from_size, since, statement FROM ledger_log_key ORDER BY number";
    private static final String LAST_NOTE = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    private static final String ADD = "INSERT INTO ledger_log_key (vkey, from_size, statement) VALUES (?, ?, ?)";

    private final DataSource dataSource;

    public LogKeyHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something done with the keys as they are, while nobody changes them. */
    interface Work<T extends @Nullable Object> {
        T with(Connection connection, LogKeys keys) throws SQLException;
    }

    public LogKeys read() {
        try (var connection = dataSource.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            throw new EventStoreException("could not read the keys of the log", e);
        }
    }

    /**
     * Brings in a key; one of the log's own kind is in force from then on, and no checkpoint is signed without it.
     *
     * @param before signs with the key in force; null if that is lost
     * @return the tenure of the new key
     */
    public LogKeys.Tenure rotate(@Nullable NoteSigner before, NoteSigner next) {
        return locked(EXCLUSIVELY, (connection, keys) -> {
            var current = keys.current()
                    .orElseThrow(() -> new IllegalStateException("the log has not been signed with any key yet"));
            if (before != null && !before.verifier().equals(current.key())) {
                throw new LogKeyMissing("the log is signed with %s by now".formatted(current.key()));
            }
            var last = lastCheckpoint(connection, next.verifier().name());
            var rotation = new KeyRotation(last.origin(), last.size(), last.root(), current.key(), next.verifier());
            var statement = rotation.signed(before, next, Instant.now());
            add(connection, next.verifier(), last.size() + 1, statement);
            return read(connection).tenures().getLast();
        });
    }

    /** Begins a log that has none yet, unless somebody else just did. */
    void begin(VerifierKey first) {
        locked(EXCLUSIVELY, (connection, keys) -> {
            if (keys.tenures().isEmpty()) {
                add(connection, first, 0, null);
            }
            return null;
        });
    }

    /** Does something that must not cross a new key's coming in. */
    <T extends @Nullable Object> T unchanged(Work<T> work) {
        return locked(SHARED, work);
    }

    private <T extends @Nullable Object> T locked(String lock, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(lock);
                T done = work.with(connection, read(connection));
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

    private static LogKeys read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            var tenures = new ArrayList<LogKeys.Tenure>();
            while (row.next()) {
                @Nullable String statement = row.getString(4);
                tenures.add(new LogKeys.Tenure(
                        VerifierKey.parse(row.getString(1)),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        statement == null ? null : SignedNote.parse(statement)));
            }
            return new LogKeys(tenures);
        }
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
