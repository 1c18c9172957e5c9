package org.serviceledger.store.log;

import java.util.List;
import org.serviceledger.words.Message;

/**
 * A log's statement of its size and root hash at one moment (检查点), in the format of c2sp.org/tlog-checkpoint. The
 * constructor throws {@link MalformedLog} if the origin is no valid key name, the size is negative, or the size is 0
 * and the root is not that of the empty tree.
 *
 * @param origin the log's unique name, a URL without scheme
 * @param size number of entries in the log
 * @param root Merkle tree hash (RFC 6962) of those entries
 * @param extensions extension lines after the root; this log writes none
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {

    private static final int LINES = 3;

    public Checkpoint {
        SignedNote.mustBeAName(origin);
        if (size < 0) {
            throw new MalformedLog(Message.of("log.no-size", "size", size));
        }
        if (size == 0 && !root.equals(TreeHash.EMPTY)) {
            throw new MalformedLog(Message.of("log.empty-root"));
        }
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, TreeHash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Parses the text of a checkpoint's signed note, without the signatures. Throws {@link MalformedLog} if the text is
     * not a checkpoint.
     */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length <= LINES || !lines[lines.length - 1].isEmpty()) {
            throw new MalformedLog(Message.of("log.checkpoint-lines"));
        }
        var extensions = List.of(lines).subList(LINES, lines.length - 1);
        if (extensions.contains("")) {
            throw new MalformedLog(Message.of("log.checkpoint-blank"));
        }
        return new Checkpoint(lines[0], size(lines[1]), TreeHash.ofBase64(lines[2]), extensions);
    }

    /** Returns the note text that is signed: origin, size, root in base64 and the extensions, a line each. */
    public String text() {
        var text = new StringBuilder().append(origin).append('\n').append(size).append('\n');
        text.append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Parses a size or index in the notation of checkpoints and proofs: decimal, non-negative, without leading zeros.
     * Throws {@link MalformedLog} if the string has another form or exceeds {@link Long#MAX_VALUE}.
     */
    public static long size(String decimal) {
        if (!decimal.matches("0|[1-9][0-9]{0,18}")) {
            throw new MalformedLog(Message.of("log.no-number", "text", decimal));
        }
        try {
            return Long.parseLong(decimal);
        } catch (NumberFormatException e) {
            throw new MalformedLog(Message.of("log.large-number", "text", decimal), e);
        }
    }
}
