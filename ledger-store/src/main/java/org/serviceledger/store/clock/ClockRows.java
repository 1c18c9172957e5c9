package org.serviceledger.store.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;

/** Reads and writes what PostgreSQL keeps about the time. */
final class ClockRows {

    /** The addresses of server and client differ on two machines, but also in two containers on the same machine. */
    private static final String SEEN = """
            SELECT clock_timestamp(),
                coalesce(inet_server_addr() <> inet_client_addr(), false),
                (SELECT CASE WHEN isfinite(recorded_at) THEN recorded_at END FROM ledger_event
                    WHERE position >= (SELECT coalesce(max(size), 0) FROM ledger_clock_confirmation)
                    ORDER BY position DESC LIMIT 1),
                (SELECT believed_at FROM ledger_clock)""";

    private static final String BELIEVED = """
            INSERT INTO ledger_clock (believed_at) VALUES (?)
            ON CONFLICT (one) DO UPDATE SET believed_at = excluded.believed_at
            WHERE ledger_clock.believed_at < excluded.believed_at OR ?""";

    private static final String CONFIRMED = """
            INSERT INTO ledger_clock_confirmation (confirmed_at, confirmed_by, doubt, size)
            SELECT ?, ?, ?, size FROM ledger_head""";

    private final DataSource database;

    ClockRows(DataSource database) {
        this.database = database;
    }

    /**
     * What PostgreSQL showed.
     *
     * @param time the time on PostgreSQL's clock
     * @param isElsewhere whether PostgreSQL has a clock of its own
     * @param recordedAt the time of the last event since the last confirmation; null if there is none
     * @param believedAt the last sign of life; null before the first
     */
    record Seen(
            Instant time,
            boolean isElsewhere,
            @Nullable Instant recordedAt,
            @Nullable Instant believedAt) {}

    Seen see() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(SEEN)) {
            row.next();
            return new Seen(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getBoolean(2),
                    instant(row.getObject(3, OffsetDateTime.class)),
                    instant(row.getObject(4, OffsetDateTime.class)));
        } catch (SQLException e) {
            throw new EventStoreException("PostgreSQL does not tell the time: " + e.getMessage(), e);
        }
    }

    void believed(Instant now) {
        try (var connection = database.getConnection()) {
            believed(connection, now, false);
        } catch (SQLException e) {
            throw new EventStoreException("the time could not be kept: " + e.getMessage(), e);
        }
    }

    /** Stores the confirmation and the sign of life in one transaction. */
    void confirmed(Instant now, String by, ClockDoubt doubt) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(CONFIRMED, Statement.NO_GENERATED_KEYS)) {
                statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                statement.setString(2, by);
                statement.setString(3, doubt.line(Language.ENGLISH));
                statement.executeUpdate();
                believed(connection, now, true);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new EventStoreException("the confirmation could not be kept: " + e.getMessage(), e);
        }
    }

    private static void believed(Connection connection, Instant now, boolean isSet) throws SQLException {
        try (var statement = connection.prepareStatement(BELIEVED)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setBoolean(2, isSet);
            statement.executeUpdate();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
