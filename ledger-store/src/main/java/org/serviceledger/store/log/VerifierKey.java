package org.serviceledger.store.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What one needs to know of somebody to check their Ed25519 signatures under notes: a name and a public key.
 *
 * @param name of a log its origin
 */
public record VerifierKey(String name, PublicKey key) {

    private static final byte ED25519 = 0x01;
    private static final int KEY_BYTES = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        SignedNote.mustBeAName(name);
    }

    /** Reads the line {@code name+key id+base64} that {@link #toString} writes. */
    public static VerifierKey parse(String line) {
        var parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedLog("no verifier key: '%s'".formatted(line));
        }
        try {
            var typed = Base64.getDecoder().decode(parts[2].getBytes(StandardCharsets.UTF_8));
            if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
                throw new MalformedLog("not an Ed25519 key: '%s'".formatted(line));
            }
            var encoded = ByteBuffer.allocate(X509_PREFIX.length + KEY_BYTES)
                    .put(X509_PREFIX)
                    .put(typed, 1, KEY_BYTES)
                    .array();
            var key = new VerifierKey(
                    parts[0], KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
                throw new MalformedLog("the id of the verifier key does not belong to it: '%s'".formatted(line));
            }
            return key;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new MalformedLog("no verifier key: '%s'".formatted(line), e);
        }
    }

    /** Stands before each signature, as a hint whose it is. */
    public int id() {
        var sha256 = Sha256.digest();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(typed());
        return ByteBuffer.wrap(sha256.digest()).getInt();
    }

    /** Whether this key signed the note; a signature in its name that is wrong spoils the note whatever else it bears. */
    public boolean signed(SignedNote note) {
        var ours = note.signatures().stream()
                .filter(signature -> signature.name().equals(name) && signature.keyId() == id())
                .toList();
        return !ours.isEmpty()
                && ours.stream()
                        .allMatch(signature ->
                                verifies(note.text().getBytes(StandardCharsets.UTF_8), signature.signature()));
    }

    /** Whether a signature of these bytes is this key's. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            var verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException _) {
            return false; // not even the shape of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /** The line to publish and to configure verifiers with. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] typed() {
        var encoded = key.getEncoded();
        return ByteBuffer.allocate(1 + KEY_BYTES)
                .put(ED25519)
                .put(encoded, encoded.length - KEY_BYTES, KEY_BYTES)
                .array();
    }
}
