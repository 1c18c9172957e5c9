package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The files of an instance's only user, in one directory: the password, in a file that only its owner can read, and the
 * file realm that Elasticsearch reads.
 */
record AccessFiles(Path root) {

    private static final String USER = "ledger";
    private static final int PASSWORD_BYTES = 24;
    private static final int SALT_BYTES = 32;
    private static final int HASH_BITS = 256;

    /** The minimum that Elasticsearch accepts. More rounds would not make a random password any safer. */
    private static final int ROUNDS = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    Access at(URI uri) throws IOException {
        return new Access(uri, USER, password());
    }

    /** Returns the password. The first call generates it; it never changes afterwards. */
    private String password() throws IOException {
        var file = root.resolve(USER + ".password");
        Files.createDirectories(root, ServerFiles.OWNER_ONLY);
        if (!Files.exists(file)) {
            make(file, HexFormat.of().formatHex(random(PASSWORD_BYTES)) + "\n");
        }
        return Files.readString(file).strip();
    }

    /** Creates the file complete and readable by its owner only, so that no process ever reads half a password. */
    private static void make(Path file, String text) throws IOException {
        var fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                USER,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException _) {
            // another process was faster
        } finally {
            Files.delete(fresh);
        }
    }

    /**
     * Writes the file realm: the user, the hash of the password and a role with all privileges on the cluster and its
     * indices.
     */
    void writeRealm(Path config) throws IOException {
        write(config.resolve("users"), USER + ":" + hash(password()) + "\n");
        write(config.resolve("users_roles"), USER + ":" + USER + "\n");
        write(config.resolve("roles.yml"), """
                %s:
                  cluster: [ all ]
                  indices:
                    - names: [ "*" ]
                      privileges: [ all ]
                """.formatted(USER));
    }

    /** Replaces the file in one step, because a running server reads it again whenever it changes. */
    private static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hash(String password) {
        var salt = random(SALT_BYTES);
        try {
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS))
                    .getEncoded();
            var base64 = Base64.getEncoder();
            return "{PBKDF2}%d$%s$%s".formatted(ROUNDS, base64.encodeToString(salt), base64.encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
