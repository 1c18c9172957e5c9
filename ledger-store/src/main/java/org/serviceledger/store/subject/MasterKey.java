package org.serviceledger.store.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.serviceledger.store.secret.OwnersFile;

/**
 * The key that wraps the keys of the subjects: 32 bytes in base64, in a file that only its owner may read. It must not
 * be kept with the backups of the database, because both together can undo an erasure.
 */
public final class MasterKey {

    private static final String OWNER_ONLY = "rw-------";

    private final Path file;
    private final SecretKey key;

    private MasterKey(Path file, SecretKey key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Reads the key from the file, and creates the file if there is none. Throws {@link IllegalArgumentException} if
     * others may read the file.
     */
    public static MasterKey of(Path file) {
        try {
            OwnersFile.make(file, Base64.getEncoder().encodeToString(Sealing.newKey()) + "\n");
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!mode.equals(OWNER_ONLY)) {
                throw new IllegalArgumentException("the master key in %s can be read by others (%s): make it %s"
                        .formatted(file, mode, OWNER_ONLY));
            }
            var bytes = decoded(file);
            if (bytes.length != Sealing.KEY_BYTES) {
                throw new IllegalArgumentException("%s holds no master key: it has %d bytes in base64, not %d"
                        .formatted(file, bytes.length, Sealing.KEY_BYTES));
            }
            return new MasterKey(file, Sealing.key(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the master key in " + file, e);
        }
    }

    SecretKey key() {
        return key;
    }

    /** The file that holds the key. */
    @Override
    public String toString() {
        return file.toString();
    }

    private static byte[] decoded(Path file) throws IOException {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s holds no master key: it is no base64".formatted(file), e);
        }
    }
}
