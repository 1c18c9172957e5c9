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
 * What one needs to know of somebody to check their signatures under notes: a name, the kind of signature, a public key.
 *
 * @param name of a log its origin
 */
public record VerifierKey(String name, SignatureType type, PublicKey key) {

    public VerifierKey {
        SignedNote.mustBeAName(name);
    }

    /** Of a log. */
    public VerifierKey(String name, PublicKey key) {
        this(name, SignatureType.ED25519, key);
    }

    /** Reads the line {@code name+key id+base64} that {@link #toString} writes. */
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

    /** Stands before each signature, as a hint whose it is. */
    public int id() {
        var sha256 = Sha256.digest();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(type.typed(key));
        return ByteBuffer.wrap(sha256.digest()).getInt();
    }

    /** Whether this key signed the note; a signature in its name that is wrong spoils the note whatever else it bears. */
    public boolean signed(SignedNote note) {
        var ours = signatures(note);
        return !ours.isEmpty() && ours.stream().allMatch(ours(note.text()));
    }

    /** Whether the note bears a signature in the name of this key that is not of it. */
    boolean spoils(SignedNote note) {
        return !signatures(note).stream().allMatch(ours(note.text()));
    }

    /** When this key signed the note last; empty if it did not, or for signatures that tell no time. */
    public Optional<Instant> signedAt(SignedNote note) {
        return signed(note)
                ? signatures(note).stream()
                        .flatMap(signature -> type.time(signature.signature()).stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The signatures in the name of this key, right or wrong. */
    public List<SignedNote.Signature> signatures(SignedNote note) {
        int id = id();
        return note.signatures().stream()
                .filter(signature -> signature.name().equals(name) && signature.keyId() == id)
                .toList();
    }

    private Predicate<SignedNote.Signature> ours(String text) {
        return signature -> type.verifies(key, text, signature.signature());
    }

    /** The line to publish and to configure verifiers with. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(type.typed(key));
    }
}
