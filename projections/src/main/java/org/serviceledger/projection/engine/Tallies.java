package org.serviceledger.projection.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/**
 * Reads and writes the tallies and tokens of one read model. All statements run in the transaction of the calling
 * thread. A thread that has locked a segment's tally is the only writer of its documents until the transaction ends.
 */
final class Tallies {

    /** Matches the position in a token as Axon's serializer writes it. */
    private static final Pattern TOKEN = Pattern.compile("\"globalIndex\"\\s*:\\s*(-?\\d+)");

    private final ConnectionProvider connections;
    private final String model;

    Tallies(ConnectionProvider connections, String model) {
        this.connections = connections;
        this.model = model;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Locks the segment's tally. Waits until no other transaction writes the segment's documents. */
    Tally lock(int segment) {
        return ask("SELECT * FROM read_model_tally WHERE model = ? AND segment = ? FOR UPDATE", statement -> {
                    statement.setInt(2, segment);
                    return rows(statement);
                })
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "it is not known what segment %d of %s has written".formatted(segment, model)));
    }

    /**
     * Locks all tallies. Waits until no other transaction writes documents; fails if a lock takes more than five
     * seconds.
     */
    List<Tally> lockAll() {
        ask("SET LOCAL lock_timeout = '5s'", PreparedStatement::execute);
        return ask("SELECT * FROM read_model_tally WHERE model = ? ORDER BY segment FOR UPDATE", Tallies::rows);
    }

    List<Tally> all() {
        return ask("SELECT * FROM read_model_tally WHERE model = ? ORDER BY segment", Tallies::rows);
    }

    private static List<Tally> rows(PreparedStatement statement) throws SQLException {
        var tallies = new ArrayList<Tally>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                tallies.add(new Tally(
                        rows.getInt("segment"),
                        rows.getString("index_name"),
                        rows.getLong("position"),
                        new Counts(rows.getLong("seen"), rows.getLong("folded"), rows.getLong("documents"))));
            }
        }
        return tallies;
    }

    void put(Tally tally) {
        ask("""
            INSERT INTO read_model_tally (model, segment, index_name, position, seen, folded, documents)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (model, segment) DO UPDATE SET index_name = excluded.index_name,
                position = excluded.position, seen = excluded.seen, folded = excluded.folded,
                documents = excluded.documents\
            """, statement -> {
            statement.setInt(2, tally.segment());
            statement.setString(3, tally.index());
            statement.setLong(4, tally.position());
            statement.setLong(5, tally.counts().seen());
            statement.setLong(6, tally.counts().folded());
            statement.setLong(7, tally.counts().documents());
            return statement.executeUpdate();
        });
    }

    /** Deletes the tallies, the tokens and the last check, because a new index replaces the old one. */
    void forget() {
        for (var table : List.of(
                "read_model_tally WHERE model", "token_entry WHERE processor_name", "read_model_check WHERE model")) {
            ask("DELETE FROM " + table + " = ?", PreparedStatement::executeUpdate);
        }
    }

    /** Returns the position of each segment's token as stored in the database, -1 before the first event. */
    Map<Integer, Long> tokens() {
        return ask("SELECT segment, token, token_type FROM token_entry WHERE processor_name = ?", statement -> {
            var tokens = new TreeMap<Integer, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tokens.put(rows.getInt("segment"), position(rows));
                }
            }
            return tokens;
        });
    }

    private static long position(ResultSet row) throws SQLException {
        var token = row.getBytes("token");
        if (token == null) {
            return -1;
        }
        var type = row.getString("token_type");
        var found = TOKEN.matcher(new String(token, StandardCharsets.UTF_8));
        if (!GlobalSequenceTrackingToken.class.getName().equals(type) || !found.find()) {
            throw new IllegalStateException("a token that cannot be read, of type " + type);
        }
        return Long.parseLong(found.group(1));
    }

    /**
     * The last check that found no skipped event.
     *
     * @param position the position up to which the check compared events
     * @param seen the number of events seen up to that position
     */
    record Checked(long position, long seen) {

        static final Checked NOTHING = new Checked(-1, 0);
    }

    Checked checked() {
        return ask("SELECT position, seen FROM read_model_check WHERE model = ?", statement -> {
            try (var rows = statement.executeQuery()) {
                return rows.next() ? new Checked(rows.getLong(1), rows.getLong(2)) : Checked.NOTHING;
            }
        });
    }

    void put(Checked checked) {
        ask("""
            INSERT INTO read_model_check (model, position, seen) VALUES (?, ?, ?)
            ON CONFLICT (model) DO UPDATE SET position = excluded.position, seen = excluded.seen\
            """, statement -> {
            statement.setLong(2, checked.position());
            statement.setLong(3, checked.seen());
            return statement.executeUpdate();
        });
    }

    private <T> T ask(String sql, Work<T> work) {
        try (var connection = connections.getConnection()) {
            mustBeOneTransaction(connection);
            try (var statement = connection.prepareStatement(sql)) {
                if (sql.contains("?")) {
                    statement.setString(1, model);
                }
                return work.with(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tally of %s cannot be had: %s".formatted(model, e.getMessage()), e);
        }
    }

    /** Rejects auto-commit, with which the token would advance although the documents are not written. */
    private static void mustBeOneTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("tokens and tallies are not written in one transaction");
        }
    }
}
