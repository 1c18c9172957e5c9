package org.serviceledger.store.evidence;

import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.words.Message;

/**
 * The file of one leaf: the canonical JSON, byte for byte as in the log.
 *
 * @param position position of the event in the ledger
 * @param stream pseudonym of the stream
 * @param sequence place of the event in its stream, counted from 0
 * @param previous leaf hash of the previous event of the stream, in hexadecimal; null for the first
 * @param hash leaf hash of the file's bytes
 */
record LeafFile(
        long position,
        String stream,
        long sequence,
        @Nullable String previous,
        TreeHash hash,
        String text) {

    private static final Set<String> MEMBERS = Set.of(
            "aggId",
            "aggSeq",
            "aggType",
            "commit",
            "eventId",
            "occurredAt",
            "prevAgg",
            "recordedAt",
            "schemaRev",
            "seq",
            "tenant",
            "type",
            "v");

    static LeafFile parse(byte[] file) throws MalformedFile {
        var json = Json.read(file, MEMBERS);
        if (json.path("v").asInt(0) != 1) {
            throw new MalformedFile(Message.of("bundle.leaf-version", "version", json.path("v")));
        }
        Json.hash(json, "aggId");
        Json.hashOrNull(json, "prevAgg");
        return new LeafFile(
                Json.number(json, "seq"),
                Json.text(json, "aggId"),
                Json.number(json, "aggSeq"),
                Json.textOrNull(json, "prevAgg"),
                TreeHash.ofLeaf(file),
                Json.text(file));
    }

    boolean follows(LeafFile before) {
        return HexFormat.of().formatHex(before.hash.bytes()).equals(previous);
    }
}
