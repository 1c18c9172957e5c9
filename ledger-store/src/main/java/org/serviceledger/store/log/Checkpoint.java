package org.serviceledger.store.log;

import java.util.List;
import org.serviceledger.words.Message;

/**
 * What a log says it is at a moment (检查点): so many entries, and the root over them (c2sp.org/tlog-checkpoint).
 *
 * @param origin the log's name: an address without scheme
 * @param extensions further lines; ours has none
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

    /** Reads the text of a checkpoint's note. */
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

    /** As it is signed. */
    public String text() {
        var text = new StringBuilder().append(origin).append('\n').append(size).append('\n');
        text.append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Reads a number as checkpoints and proofs write it: decimal, without leading zeros. */
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
