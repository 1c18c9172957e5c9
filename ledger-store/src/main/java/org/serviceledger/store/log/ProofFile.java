package org.serviceledger.store.log;

import java.util.List;
import java.util.stream.Collectors;
import org.serviceledger.words.Message;

/**
 * A self-contained proof file (c2sp.org/tlog-proof): an inclusion proof of one entry and the checkpoint that it leads
 * to.
 */
public record ProofFile(MerkleProof.Inclusion inclusion, SignedNote checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";

    /**
     * Parses a proof file without verifying the proof or the checkpoint's signatures. Extra data is ignored, because no
     * signature covers it. Throws {@link MalformedLog} if the file is malformed.
     */
    public static ProofFile parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedLog(Message.of("log.proof-blank"));
        }
        var lines = text.substring(0, blank).split("\n", -1);
        if (!lines[0].equals(HEADER)) {
            throw new MalformedLog(Message.of("log.proof-header", "header", HEADER, "line", lines[0]));
        }
        int at = lines.length > 1 && lines[1].startsWith(EXTRA) ? 2 : 1;
        if (at >= lines.length || !lines[at].startsWith(INDEX)) {
            throw new MalformedLog(Message.of("log.proof-index"));
        }
        var index = Checkpoint.size(lines[at].substring(INDEX.length()));
        var hashes = List.of(lines).subList(at + 1, lines.length).stream()
                .map(TreeHash::ofBase64)
                .toList();
        var note = SignedNote.parse(text.substring(blank + 2));
        return new ProofFile(
                new MerkleProof.Inclusion(index, Checkpoint.parse(note.text()).size(), hashes), note);
    }

    /** Returns the file's content, without extra data. */
    @Override
    public String toString() {
        return HEADER + "\n" + INDEX + inclusion.index() + "\n"
                + inclusion.hashes().stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n" + checkpoint;
    }
}
