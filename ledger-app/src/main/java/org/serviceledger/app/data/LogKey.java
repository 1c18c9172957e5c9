package org.serviceledger.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The Ed25519 key a log signs with, in a file only its owner may read: the private key and the public one in base64, each
 * on a line (PKCS #8, X.509). Made at the first start; whoever holds a copy can sign as this log.
 */
public final class LogKey {

    private LogKey() {}

    /** The key in the file, made if there is none. */
    public static KeyPair of(Path file) {
        return read(file).orElseGet(() -> make(file));
    }

    /** The key in the file, if there is one. */
    public static Optional<KeyPair> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(read(Files.readAllLines(file))) : Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LedgerFailed("cannot use the key of the log in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static KeyPair make(Path file) {
        try {
            var made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            write(file, made);
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new LedgerFailed("cannot make a key of the log in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static KeyPair read(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 2) {
            throw new IllegalArgumentException("it must have two lines, the private and the public key");
        }
        var keys = KeyFactory.getInstance("Ed25519");
        var base64 = Base64.getDecoder();
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0)))));
    }

    private static void write(Path file, KeyPair pair) throws IOException {
        var base64 = Base64.getEncoder();
        OwnersFile.write(
                file,
                base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\n");
    }
}
