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
 * A text with signatures beneath it, as c2sp.org/signed-note lays it down.
 *
 * @param text what was signed, the line feed at its end included
 */
public record SignedNote(String text, List<Signature> signatures) {

    /** Longer notes are refused before anything is looked at. */
    public static final int MOST_BYTES = 1_000_000;

    /** A note with more is not read. */
    public static final int MOST_SIGNATURES = 100;

    private static final int KEY_ID_BYTES = 4;
    private static final String DASH = "\u2014 ";

    /** One signature line; whose it is says its {@link VerifierKey}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Signature(String name, int keyId, byte[] signature) {

        public Signature {
            mustBeAName(name);
        }

        /** As it stands under a note, its line feed included. */
        public String line() {
            var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature);
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes.array()) + "\n";
        }

        /** Reads a line without its line feed. */
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

    /** Reads a note; whether anybody trusted signed it is another question. */
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

    /** Reads a note; whether anybody trusted signed it is another question. */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new MalformedLog(Message.of("log.no-blank"));
        }
        if (!note.endsWith("\n")) {
            throw new MalformedLog(Message.of("log.open-note"));
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
     * Those of these keys that signed it; signatures of others say nothing. Throws {@link MalformedLog} if one in the name of
     * these keys is wrong: then the right ones beside it do not count either.
     */
    public List<VerifierKey> signers(List<VerifierKey> known) {
        for (var key : known) {
            if (key.spoils(this)) {
                throw new MalformedLog(Message.of("log.wrong-signature", "name", key.name()));
            }
        }
        return known.stream().filter(key -> key.signed(this)).toList();
    }

    /** With one signature of each of these keys that signed it, and no other. */
    public SignedNote signedBy(List<VerifierKey> keys) {
        return new SignedNote(
                text,
                keys.stream()
                        .distinct()
                        .filter(key -> key.signed(this))
                        .map(key -> key.signatures(this).getFirst())
                        .toList());
    }

    /** With signatures added beneath those that are there. */
    public SignedNote with(List<Signature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** As it is published. */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(Signature::line).collect(Collectors.joining());
    }

    /** Throws unless somebody can sign under this name. */
    public static void mustBeAName(String name) {
        if (name.isEmpty() || name.contains("+") || name.codePoints().anyMatch(SignedNote::isSpace)) {
            throw new MalformedLog(Message.of("log.no-name", "name", name));
        }
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }
}
