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
 * The one user of an instance: its password, in a file for our eyes only, and what Elasticsearch reads of it (its file realm),
 * beneath one directory.
 */
record AccessFiles(Path root) {

    private static final String USER = "ledger";
    private static final int PASSWORD_BYTES = 24;
    private static final int SALT_BYTES = 32;
    private static final int HASH_BITS = 256;

    /** The least that Elasticsearch takes; a random password gains nothing by more. */
    private static final int ROUNDS = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    Access at(URI uri) throws IOException {
        return new Access(uri, USER, password());
    }

    /** The password is made the first time, and stays. */
    private String password() throws IOException {
        var file = root.resolve(USER + ".password");
        Files.createDirectories(root, ServerFiles.OWNER_ONLY);
        if (!Files.exists(file)) {
            make(file, HexFormat.of().formatHex(random(PASSWORD_BYTES)) + "\n");
        }
        return Files.readString(file).strip();
    }

    /** Half a password is never to be read, nor any by others. */
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
            // somebody else was quicker
        } finally {
            Files.delete(fresh);
        }
    }

    /** What Elasticsearch is to know: the user, his hash, and that he may do everything with indices. */
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

    /** A server that runs looks at them again whenever they change. */
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
