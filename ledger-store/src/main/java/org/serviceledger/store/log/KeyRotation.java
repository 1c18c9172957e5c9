package org.serviceledger.store.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * That a log is signed with another key from now on (密钥轮换). Signed as a note by the key before, unless that is lost, and
 * by the new one; no line of it could be taken for a checkpoint's.
 *
 * @param size of the last checkpoint without the new key; all larger ones are signed with it
 * @param root of the log at that size
 */
public record KeyRotation(String origin, long size, TreeHash root, VerifierKey before, VerifierKey next) {

    private static final String HEADER = "log-key-rotation/v1 ";
    private static final String BEFORE = "before ";
    private static final String NEXT = "next ";
    private static final int LINES = 5;

    /** Reads the text of a rotation's note. */
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

    /** As it is signed. */
    public String text() {
        return HEADER + origin + "\n" + size + "\n" + root.base64() + "\n" + BEFORE + before + "\n" + NEXT + next
                + "\n";
    }

    /** Signed by both; by the new key alone if the one before is lost. */
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
