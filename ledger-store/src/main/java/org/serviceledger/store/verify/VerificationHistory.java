package org.serviceledger.store.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.store.verify.PastVerification.Line;

/** Stores the result of each verification of the ledger. */
public final class VerificationHistory {

    private static final String LAST = """
            SELECT began_at, ended_at, size, documents, findings, findings_zh, further, failure
            FROM ledger_verification ORDER BY number DESC LIMIT 1""";

    private static final String ADD = """
            INSERT INTO ledger_verification (began_at, ended_at, size, documents, findings, findings_zh, further, failure)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;

    public VerificationHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns the result stored last, by any node; empty if there is none. Throws {@link EventStoreException} if the
     * database cannot be read.
     */
    public Optional<PastVerification> last() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(LAST);
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new EventStoreException("could not read when the ledger was checked", e);
        }
    }

    public void add(PastVerification past) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, past.beganAt().atOffset(ZoneOffset.UTC));
            insert.setObject(2, past.endedAt().atOffset(ZoneOffset.UTC));
            insert.setLong(3, past.size());
            insert.setLong(4, past.documents());
            insert.setObject(5, lines(past, Line::english));
            insert.setObject(6, lines(past, Line::chinese));
            insert.setLong(7, past.further());
            insert.setString(8, past.failure());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new EventStoreException("could not keep what came of checking the ledger", e);
        }
    }

    private static String[] lines(PastVerification past, Function<Line, String> language) {
        return past.findings().stream().map(language).toArray(String[]::new);
    }

    private static PastVerification read(ResultSet row) throws SQLException {
        var english = (String[]) row.getArray(5).getArray();
        var chinese = (String[]) row.getArray(6).getArray();
        List<Line> findings = IntStream.range(0, english.length)
                .mapToObj(i -> new Line(english[i], chinese[i]))
                .toList();
        return new PastVerification(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getLong(3),
                row.getLong(4),
                findings,
                row.getLong(7),
                row.getString(8));
    }
}
