package org.serviceledger.store.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * A statement that a log signs with a new key from now on (密钥轮换). It is published as a note signed by the previous key,
 * unless that key is lost, and by the new key. Its text cannot be mistaken for a checkpoint.
 *
 * @param origin the log's origin
 * @param size size of the last checkpoint signed without the new key; all larger checkpoints are signed with it
 * @param root root hash of the log at that size
 * @param before the key in force until now
 * @param next the new key
 */
public record KeyRotation(String origin, long size, TreeHash root, VerifierKey before, VerifierKey next) {

    private static final String HEADER = "log-key-rotation/v1 ";
    private static final String BEFORE = "before ";
    private static final String NEXT = "next ";
    private static final int LINES = 5;

    /** Parses the text of a rotation statement's note. Throws {@link MalformedLog} if the text is malformed. */
    public static KeyRotation parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new MalformedLog(Message.of("log.rotation-lines", "lines", LINES));
        }
        return new KeyRotation(
                after(HEADER, lines[0]),
                Checkpoint.size(lines[1]),
                TreeHash.ofBase64(lines[2]),
                VerifierKey.parse(after(BEFORE, lines[3])),
                VerifierKey.parse(after(NEXT, lines[4])));
    }

    /** Returns the note text that is signed. */
    public String text() {
        return HEADER + origin + "\n" + size + "\n" + root.base64() + "\n" + BEFORE + before + "\n" + NEXT + next
                + "\n";
    }

    /**
     * Returns the statement as a note signed by both keys, or by the new key alone if the previous key is lost.
     *
     * @param by signer of the previous key; null if that key is lost
     * @param next signer of the new key
     */
    public SignedNote signed(@Nullable NoteSigner by, NoteSigner next, Instant at) {
        var signatures = new ArrayList<SignedNote.Signature>();
        if (by != null) {
            signatures.add(by.signature(text(), at));
        }
        signatures.add(next.signature(text(), at));
        return new SignedNote(text(), List.copyOf(signatures));
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new MalformedLog(Message.of("log.rotation-word", "word", word, "line", line));
        }
        return line.substring(word.length());
    }
}
