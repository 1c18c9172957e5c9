package org.serviceledger.store.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.serviceledger.words.Message;

/**
 * A verifier key (c2sp.org/signed-note): the key name, signature type and public key with which a reader verifies the
 * signatures of one signer.
 *
 * @param name key name; for a log, its origin
 */
public record VerifierKey(String name, SignatureType type, PublicKey key) {

    public VerifierKey {
        SignedNote.mustBeAName(name);
    }

    /** Creates the Ed25519 verifier key of a log. */
    public VerifierKey(String name, PublicKey key) {
        this(name, SignatureType.ED25519, key);
    }

    /**
     * Parses the encoding {@code <name>+<key id>+<base64>} that {@link #toString} returns. Throws {@link MalformedLog}
     * if it is malformed, if the signature type is unknown or if the key id does not match the key.
     */
    public static VerifierKey parse(String line) {
        var parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedLog(Message.of("log.no-key", "line", line));
        }
        try {
            var typed = Base64.getDecoder().decode(parts[2].getBytes(StandardCharsets.UTF_8));
            var type = SignatureType.of(typed)
                    .orElseThrow(() -> new MalformedLog(Message.of("log.strange-key", "line", line)));
            var key = new VerifierKey(parts[0], type, type.key(typed));
            if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
                throw new MalformedLog(Message.of("log.wrong-key-id", "line", line));
            }
            return key;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new MalformedLog(Message.of("log.no-key", "line", line), e);
        }
    }

    /**
     * Returns the key id, which precedes each signature as a hint to the signer: the first four bytes of SHA-256(name ‖
     * LF ‖ type identifier ‖ public key), big-endian.
     */
    public int id() {
        var sha256 = Sha256.digest();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(type.typed(key));
        return ByteBuffer.wrap(sha256.digest()).getInt();
    }

    /**
     * Returns whether the note has a valid signature by this key and no invalid one with its name and id. One invalid
     * signature makes the result false, whatever other signatures the note has.
     */
    public boolean signed(SignedNote note) {
        var ours = signatures(note);
        return !ours.isEmpty() && ours.stream().allMatch(ours(note.text()));
    }

    /** Returns whether the note has an invalid signature with this key's name and id. */
    boolean spoils(SignedNote note) {
        return !signatures(note).stream().allMatch(ours(note.text()));
    }

    /**
     * Returns the latest time at which this key signed the note. Empty if it did not sign the note, or if the signature
     * type has no timestamp.
     */
    public Optional<Instant> signedAt(SignedNote note) {
        return signed(note)
                ? signatures(note).stream()
                        .flatMap(signature -> type.time(signature.signature()).stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns the signatures with this key's name and id, whether valid or not. */
    public List<SignedNote.Signature> signatures(SignedNote note) {
        int id = id();
        return note.signatures().stream()
                .filter(signature -> signature.name().equals(name) && signature.keyId() == id)
                .toList();
    }

    private Predicate<SignedNote.Signature> ours(String text) {
        return signature -> type.verifies(key, text, signature.signature());
    }

    /** Returns the encoded verifier key: the string that a log publishes and that verifiers take as configuration. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(type.typed(key));
    }
}
