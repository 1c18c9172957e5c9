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
import java.util.Optional;
import org.serviceledger.store.log.Sm2;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;

/**
 * A signing key of a log, kept in a file that only its owner may read: the private key and the public key, each on a
 * line in base64 (PKCS #8, X.509). Anyone with a copy can sign as this log.
 */
public final class LogKey {

    /** Signature algorithm of a key. */
    public enum Kind {
        ED25519 {
            @Override
            KeyPair generate() throws GeneralSecurityException {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }

            @Override
            KeyPair pair(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
                var keys = KeyFactory.getInstance("Ed25519");
                return new KeyPair(
                        keys.generatePublic(new X509EncodedKeySpec(publicKey)),
                        keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            }
        },
        SM2 {
            @Override
            KeyPair generate() throws GeneralSecurityException {
                return Sm2.generate();
            }

            @Override
            KeyPair pair(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
                return Sm2.pair(privateKey, publicKey);
            }
        };

        abstract KeyPair generate() throws GeneralSecurityException;

        abstract KeyPair pair(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException;
    }

    private LogKey() {}

    /** Returns the log's Ed25519 key from the file, and creates it if the file is absent. */
    public static KeyPair of(Path file) {
        return of(file, Kind.ED25519);
    }

    /** Returns a key of this kind from the file, and creates it if the file is absent. */
    public static KeyPair of(Path file, Kind kind) {
        return read(file, kind).orElseGet(() -> make(file, kind));
    }

    /** Returns the log's Ed25519 key from the file; empty if the file is absent. */
    public static Optional<KeyPair> read(Path file) {
        return read(file, Kind.ED25519);
    }

    private static Optional<KeyPair> read(Path file, Kind kind) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            OwnersOnly.mustHold(file);
            return Optional.of(pair(file, kind));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LedgerFailed(Message.of("console.data.unusable-key", "file", file, "reason", e.getMessage()), e);
        }
    }

    private static KeyPair make(Path file, Kind kind) {
        try {
            var made = kind.generate();
            write(file, made);
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new LedgerFailed(Message.of("console.data.key-not-made", "file", file, "reason", e.getMessage()), e);
        }
    }

    private static KeyPair pair(Path file, Kind kind) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new LedgerFailed(Message.of(
                    "console.data.unusable-key", "file", file, "reason", Message.of("console.data.key-lines")));
        }
        var base64 = Base64.getDecoder();
        return kind.pair(base64.decode(lines.get(0)), base64.decode(lines.get(1)));
    }

    private static void write(Path file, KeyPair pair) throws IOException {
        var base64 = Base64.getEncoder();
        OwnersFile.write(
                file,
                base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\n");
    }
}
