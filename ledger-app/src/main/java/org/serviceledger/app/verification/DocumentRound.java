package org.serviceledger.app.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.serviceledger.projection.engine.DocumentAudit.Round;

/**
 * Selects the documents to compare each night: one share of all, the next share the following night. A later run also
 * compares the shares of missed nights.
 */
final class DocumentRound {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofHours(12);

    private final DataSource database;
    private final Clock clock;
    private final int shares;

    /**
     * A round whose position is stored in this database.
     *
     * @param shares number of nights after which every document has been compared
     */
    DocumentRound(DataSource database, Clock clock, int shares) {
        this.database = database;
        this.clock = clock;
        this.shares = shares;
    }

    /** Returns the shares to compare now. */
    Round next() {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT next, checked_at FROM document_round WHERE shares = ?")) {
            statement.setInt(1, shares);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? new Round(
                                shares,
                                rows.getInt(1),
                                nightsSince(rows.getTimestamp(2).toInstant()))
                        : new Round(shares, 0, 1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("it is not known which documents are next: " + e.getMessage(), e);
        }
    }

    private int nightsSince(Instant last) {
        var nights = Duration.between(last, clock.instant()).plus(LATE).dividedBy(DAY);
        return Math.clamp(nights, 1, shares);
    }

    /** Records that these shares were compared, whatever the outcome. */
    void done(Round round) {
        var sql = """
            INSERT INTO document_round (shares, next, checked_at) VALUES (?, ?, ?)
            ON CONFLICT (one) DO UPDATE
            SET shares = excluded.shares, next = excluded.next, checked_at = excluded.checked_at\
            """;
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, shares);
            statement.setInt(2, (round.first() + round.count()) % shares);
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("it cannot be kept which documents are next: " + e.getMessage(), e);
        }
    }
}
