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

/** Keeps what witnesses said to the checkpoints, and finds the last one that enough of them vouched for. */
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

    /** Further ones are not looked at for one that satisfies the policy. */
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
     * The last checkpoint that satisfies the policy, with a cosignature of each witness there is one of. Those before the last are
     * looked at only if its row is garbage, or the policy asks for more than it did when it was published.
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

    /** Keeps what a witness said to a checkpoint, and publishes that if it was the last word needed. */
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

    /** When the first checkpoint was signed that is still not published; empty if all are. */
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

    /** With what each of the witnesses we know said first; nothing if the row is not of the checkpoint of its size. */
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

    /** One line of each witness, and no more than can be read again: whatever else the rows hold is not passed on. */
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
