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
 * An {@code add-checkpoint} request (c2sp.org/tlog-witness), with which a log asks a witness to cosign a checkpoint.
 *
 * @param oldSize size of the checkpoint that the witness cosigned last, as the log believes; 0 if none
 * @param proof consistency proof from that size to the checkpoint
 * @param checkpoint the checkpoint to cosign, signed by the log
 */
public record AddCheckpoint(long oldSize, List<TreeHash> proof, SignedNote checkpoint) {

    /**
     * Maximum size of a request in bytes; a server rejects longer requests unread. A note with a hundred signatures of
     * the longest type fits.
     */
    public static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_HASHES = 63;
    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /**
     * Parses the body of a request. Does not verify the checkpoint or the proof. Throws {@link MalformedLog} if the
     * body is malformed.
     */
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

    /** Returns the log's origin according to the checkpoint. */
    public String origin() {
        return checkpoint.text().substring(0, checkpoint.text().indexOf('\n'));
    }

    /** Returns the body of the request. */
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
