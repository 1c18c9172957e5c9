package org.serviceledger.store.subject;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The key of each person whose data are in events, wrapped by the master key. Keys are not cached, so an erasure takes
 * effect on every node at once.
 */
public final class SubjectKeys {

    private static final String MAKE =
            "INSERT INTO subject_key (subject, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String FIND = "SELECT wrapped FROM subject_key WHERE subject = ?";
    private static final String ERASE = """
            UPDATE subject_key SET wrapped = NULL, erased_at = now(), erased_because = ?
            WHERE subject = ? AND wrapped IS NOT NULL""";

    private final DataSource dataSource;
    private final MasterKey master;

    public SubjectKeys(DataSource dataSource, MasterKey master) {
        this.dataSource = dataSource;
        this.master = master;
    }

    /**
     * Destroys the person's key, and records the time and the reason. All proofs stay valid, because the log commits to
     * ciphertext.
     *
     * @param because the reason, which must not be blank
     * @return false if there is no key to destroy
     */
    public boolean erase(String subject, String because) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("an erasure has a reason");
        }
        try (var connection = dataSource.getConnection();
                var erase = connection.prepareStatement(ERASE)) {
            erase.setString(1, because);
            erase.setString(2, subject);
            return erase.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new EventStoreException("could not erase the key of " + subject, e);
        }
    }

    /** Returns the person's key, and makes one if there is none. Throws {@link SubjectErased} if it was erased. */
    SecretKey toWrite(String subject) {
        try (var connection = dataSource.getConnection()) {
            var known = find(connection, subject);
            if (known.isEmpty()) {
                make(connection, subject);
                known = find(connection, subject);
            }
            return known.orElseThrow().orElseThrow(() -> new SubjectErased(subject));
        } catch (SQLException e) {
            throw new EventStoreException("could not make a key of " + subject, e);
        }
    }

    /**
     * Returns the person's key; empty if it was erased. Throws {@link EventStoreException} if there is no row for the
     * person.
     */
    Optional<SecretKey> toRead(String subject) {
        try (var connection = dataSource.getConnection()) {
            return find(connection, subject)
                    .orElseThrow(() -> new EventStoreException(
                            "the key of %s is missing, and nobody erased it: the database is damaged"
                                    .formatted(subject)));
        } catch (SQLException e) {
            throw new EventStoreException("could not read the key of " + subject, e);
        }
    }

    private void make(Connection connection, String subject) throws SQLException {
        try (var insert = connection.prepareStatement(MAKE)) {
            insert.setString(1, subject);
            insert.setBytes(2, Sealing.seal(master.key(), Sealing.newKey(), utf8(subject)));
            insert.executeUpdate();
        }
    }

    /** Empty if there is no row. A present but empty key if the key was erased. */
    private Optional<Optional<SecretKey>> find(Connection connection, String subject) throws SQLException {
        try (var query = connection.prepareStatement(FIND)) {
            query.setString(1, subject);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(Optional.ofNullable(row.getBytes(1)).map(wrapped -> unwrapped(subject, wrapped)))
                        : Optional.empty();
            }
        }
    }

    private SecretKey unwrapped(String subject, byte[] wrapped) {
        try {
            return Sealing.key(Sealing.open(master.key(), wrapped, utf8(subject)));
        } catch (AEADBadTagException e) {
            throw new EventStoreException(
                    "the key of %s was not wrapped with the master key in %s".formatted(subject, master), e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
