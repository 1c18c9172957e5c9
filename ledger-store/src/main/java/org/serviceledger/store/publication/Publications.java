package org.serviceledger.store.publication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.Quorum;
import org.serviceledger.store.witness.WitnessPolicy;

/** Stores the cosignatures of checkpoints and finds the last checkpoint that enough witnesses have cosigned. */
final class Publications {

    private static final String COSIGNED = """
            SELECT checkpoint.size, coalesce(checkpoint.note, ''),
                ARRAY(SELECT line FROM ledger_cosignature AS said
                      WHERE said.size = checkpoint.size AND line IS NOT NULL ORDER BY received_at, witness)
            FROM ledger_checkpoint AS checkpoint""";

    private static final String LAST_SIGNED =
            COSIGNED + " WHERE checkpoint.size >= 0 ORDER BY checkpoint.size DESC LIMIT ?";
    private static final String PUBLISHED =
            COSIGNED + " JOIN ledger_publication USING (size) ORDER BY checkpoint.size DESC LIMIT ?";
    private static final String OF_SIZE = COSIGNED + " WHERE checkpoint.size = ?";

    /** The maximum number of checkpoints that are searched for one that satisfies the policy. */
    private static final int MOST_LOOKED_AT = 1000;

    private static final String KEEP =
            "INSERT INTO ledger_cosignature (size, witness, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String PUBLISH = "INSERT INTO ledger_publication (size) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String NEXT_AFTER =
            "SELECT signed_at FROM ledger_checkpoint WHERE size > ? ORDER BY size LIMIT 1";

    private final DataSource dataSource;
    private final WitnessPolicy policy;

    Publications(DataSource dataSource, WitnessPolicy policy) {
        this.dataSource = dataSource;
        this.policy = policy;
    }

    /**
     * The last checkpoint that satisfies the policy, with a cosignature of each witness that has given one. Earlier
     * checkpoints are searched only if the row of the last one is malformed, or if the policy has become stricter since
     * the last one was published.
     */
    Optional<SignedNote> last() {
        try (var connection = dataSource.getConnection()) {
            var last = last(connection, 1);
            return last.isPresent() ? last : last(connection, MOST_LOOKED_AT);
        } catch (SQLException e) {
            throw new EventStoreException("could not read the published checkpoints", e);
        }
    }

    private Optional<SignedNote> last(Connection connection, int most) throws SQLException {
        var sql = policy.quorum() instanceof Quorum.None ? LAST_SIGNED : PUBLISHED;
        try (var query = connection.prepareStatement(sql)) {
            query.setInt(1, most);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var note = cosigned(row).filter(policy::isSatisfiedBy);
                    if (note.isPresent()) {
                        return note;
                    }
                }
                return Optional.empty();
            }
        }
    }

    /** Stores the cosignature of a witness, and publishes the checkpoint if it satisfies the policy now. */
    void keep(SignedNote checkpoint, VerifierKey witness, SignedNote.Signature said) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        try (var connection = dataSource.getConnection()) {
            try (var insert = connection.prepareStatement(KEEP)) {
                insert.setLong(1, size);
                insert.setString(2, witness.toString());
                insert.setString(3, said.line().strip());
                insert.executeUpdate();
            }
            if (policy.isSatisfiedBy(ofSize(connection, size))) {
                try (var insert = connection.prepareStatement(PUBLISH)) {
                    insert.setLong(1, size);
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not keep a cosignature of %d events".formatted(size), e);
        }
    }

    /**
     * When the first checkpoint after this size was signed, that is, the oldest unpublished one; empty if all are
     * published.
     */
    Optional<Instant> waitingSince(long publishedSize) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(NEXT_AFTER)) {
            query.setLong(1, publishedSize);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read the checkpoints", e);
        }
    }

    private SignedNote ofSize(Connection connection, long size) throws SQLException {
        try (var query = connection.prepareStatement(OF_SIZE)) {
            query.setLong(1, size);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new EventStoreException("the checkpoint of %d events is gone".formatted(size));
                }
                return cosigned(row)
                        .orElseThrow(() ->
                                new EventStoreException("the checkpoint of %d events cannot be read".formatted(size)));
            }
        }
    }

    /**
     * Adds the first valid cosignature of each witness of the policy. Empty if the note is malformed or not of its
     * row's size.
     */
    private Optional<SignedNote> cosigned(ResultSet row) throws SQLException {
        try {
            var note = SignedNote.parse(row.getString(2));
            return Checkpoint.parse(note.text()).size() == row.getLong(1)
                    ? Optional.of(cosigned(note, (String[]) row.getArray(3).getArray()))
                    : Optional.empty();
        } catch (MalformedLog _) {
            return Optional.empty();
        }
    }

    /**
     * Adds one line for each witness, and no more signatures than a note may have. No other line of the rows is passed
     * on.
     */
    private SignedNote cosigned(SignedNote note, String[] lines) {
        var said = policy.witnesses().stream()
                .map(KnownWitness::key)
                .flatMap(key -> Stream.of(lines)
                        .flatMap(line -> signature(line).stream())
                        .filter(signature -> key.signed(new SignedNote(note.text(), List.of(signature))))
                        .limit(1))
                .toList();
        int room = Math.max(0, SignedNote.MOST_SIGNATURES - said.size());
        return new SignedNote(
                        note.text(), note.signatures().stream().limit(room).toList())
                .with(said);
    }

    private static Optional<SignedNote.Signature> signature(String line) {
        try {
            return Optional.of(SignedNote.Signature.parse(line));
        } catch (MalformedLog _) {
            return Optional.empty();
        }
    }
}
