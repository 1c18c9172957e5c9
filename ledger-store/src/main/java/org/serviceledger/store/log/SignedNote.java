package org.serviceledger.store.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.serviceledger.words.Message;

/**
 * A text with signatures, in the format of c2sp.org/signed-note. Parsing does not verify signatures; {@link #signers}
 * and {@link VerifierKey#signed} do.
 *
 * @param text the signed text, including its final line feed
 * @param signatures signature lines in the order of the note; may be empty only in a note that was not parsed
 */
public record SignedNote(String text, List<Signature> signatures) {

    /** Maximum size of a note in bytes. {@link #parse(byte[])} rejects longer input before decoding it. */
    public static final int MOST_BYTES = 1_000_000;

    /** Maximum number of signature lines in a parsed note. */
    public static final int MOST_SIGNATURES = 100;

    private static final int KEY_ID_BYTES = 4;
    private static final String DASH = "\u2014 ";

    /**
     * One signature line. The key name and key id are only a hint; {@link VerifierKey} tells whether the signature is
     * valid.
     *
     * @param name key name of the signer
     * @param keyId first four bytes of the key hash, see {@link VerifierKey#id}
     * @param signature signature bytes after the key id; their layout depends on the {@link SignatureType}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Signature(String name, int keyId, byte[] signature) {

        public Signature {
            mustBeAName(name);
        }

        /** Returns the signature line as a note contains it, including the line feed. */
        public String line() {
            var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature);
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes.array()) + "\n";
        }

        /** Parses a signature line without its line feed. Throws {@link MalformedLog} if the line is malformed. */
        public static Signature parse(String line) {
            var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) {
                throw new MalformedLog(Message.of("log.no-signature", "line", line));
            }
            try {
                var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1].getBytes(StandardCharsets.UTF_8)));
                if (bytes.remaining() <= KEY_ID_BYTES) {
                    throw new MalformedLog(Message.of("log.short-signature", "name", parts[0]));
                }
                int keyId = bytes.getInt();
                var signature = new byte[bytes.remaining()];
                bytes.get(signature);
                return new Signature(parts[0], keyId, signature);
            } catch (IllegalArgumentException e) {
                throw new MalformedLog(Message.of("log.unreadable-signature", "name", parts[0]), e);
            }
        }
    }

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new MalformedLog(Message.of("log.open-text"));
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedLog(Message.of("log.control-characters"));
        }
        signatures = List.copyOf(signatures);
    }

    /** Parses a note without verifying its signatures. Throws {@link MalformedLog} if the note is malformed. */
    public static SignedNote parse(byte[] note) {
        if (note.length > MOST_BYTES) {
            throw new MalformedLog(Message.of("log.long-note", "most", MOST_BYTES, "bytes", note.length));
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedLog(Message.of("log.no-text"), e);
        }
    }

    /** Parses a note without verifying its signatures. Throws {@link MalformedLog} if the note is malformed. */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new MalformedLog(Message.of("log.no-blank"));
        }
        if (!note.endsWith("\n")) {
            throw new MalformedLog(Message.of("log.open-note"));
        }
        if (note.indexOf('\r') >= 0) {
            throw new MalformedLog(Message.of("log.carriage-return"));
        }
        var lines = note.substring(blank + 2).lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new MalformedLog(Message.of("log.signatures", "most", MOST_SIGNATURES, "count", lines.size()));
        }
        return new SignedNote(
                note.substring(0, blank + 1),
                lines.stream().map(Signature::parse).toList());
    }

    /**
     * Returns those of the given keys that signed this note, in the order given. Signatures by other keys are ignored.
     * Throws {@link MalformedLog} if the note has an invalid signature with the name and id of a given key, even if
     * valid signatures are also present.
     */
    public List<VerifierKey> signers(List<VerifierKey> known) {
        for (var key : known) {
            if (key.spoils(this)) {
                throw new MalformedLog(Message.of("log.wrong-signature", "name", key.name()));
            }
        }
        return known.stream().filter(key -> key.signed(this)).toList();
    }

    /**
     * Returns a note with the same text and one signature of each given key that signed this note. All other signatures
     * are dropped.
     */
    public SignedNote signedBy(List<VerifierKey> keys) {
        return new SignedNote(
                text,
                keys.stream()
                        .distinct()
                        .filter(key -> key.signed(this))
                        .map(key -> key.signatures(this).getFirst())
                        .toList());
    }

    /** Returns a note with the given signatures appended. */
    public SignedNote with(List<Signature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** Returns the note in its published form: text, empty line, signature lines. */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(Signature::line).collect(Collectors.joining());
    }

    /**
     * Throws {@link MalformedLog} if the string is no valid key name. A key name is not empty and contains neither
     * Unicode spaces nor a plus sign.
     */
    public static void mustBeAName(String name) {
        if (name.isEmpty() || name.contains("+") || name.codePoints().anyMatch(SignedNote::isSpace)) {
            throw new MalformedLog(Message.of("log.no-name", "name", name));
        }
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }
}
