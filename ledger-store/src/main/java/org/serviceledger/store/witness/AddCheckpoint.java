package org.serviceledger.store.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.words.Message;

/**
 * What a log asks of a witness: to vouch for a checkpoint.
 *
 * @param oldSize of the checkpoint the witness vouched for last; 0 if for none
 * @param proof that the new one continues that one
 */
public record AddCheckpoint(long oldSize, List<TreeHash> proof, SignedNote checkpoint) {

    /** A longer request is refused unread: a hundred of the longest signatures fit. */
    public static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_HASHES = 63;
    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads the body of a request; whether the checkpoint may be vouched for is another question. */
    public static AddCheckpoint parse(byte[] body) {
        var text = text(body);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedLog(Message.of("witness.request-blank"));
        }
        var lines = List.of(text.substring(0, blank).split("\n", -1));
        if (!lines.getFirst().startsWith(OLD)) {
            throw new MalformedLog(Message.of("witness.request-old", "line", shortened(lines.getFirst())));
        }
        if (lines.size() - 1 > MOST_HASHES) {
            throw new MalformedLog(Message.of("witness.long-proof", "most", MOST_HASHES, "count", lines.size() - 1));
        }
        return new AddCheckpoint(
                Checkpoint.size(lines.getFirst().substring(OLD.length())),
                lines.stream().skip(1).map(TreeHash::ofBase64).toList(),
                SignedNote.parse(text.substring(blank + 2)));
    }

    /** The name of the log, as the checkpoint gives it. */
    public String origin() {
        return checkpoint.text().substring(0, checkpoint.text().indexOf('\n'));
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return OLD + oldSize + "\n"
                + proof.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n" + checkpoint;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedLog(Message.of("witness.no-text"), e);
        }
    }

    private static String shortened(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
