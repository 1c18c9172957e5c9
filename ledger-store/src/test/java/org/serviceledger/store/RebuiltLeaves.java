package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MerkleFrontierTest;
import org.serviceledger.store.log.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** Derives every leaf and the root from the rows alone, with another JSON writer and another Merkle tree. */
final class RebuiltLeaves {

    private static final HexFormat HEX = HexFormat.of();

    private RebuiltLeaves() {}

    /** Derives all leaves and compares them with the stored ones, and their root with the head. Returns the head. */
    static LedgerHead mustSeal(DataSource dataSource, String tenant) throws SQLException {
        var leaves = new ArrayList<byte[]>();
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT * FROM ledger_event ORDER BY position");
                var row = query.executeQuery()) {
            var previous = new HashMap<String, byte[]>();
            var firstSalt = new HashMap<String, byte[]>();
            while (row.next()) {
                var stream = row.getString("stream_id");
                firstSalt.putIfAbsent(stream, row.getBytes("salt"));
                var json = leaf(row, tenant, sha256(firstSalt.get(stream), utf8(stream)), previous.get(stream));
                assertThat(row.getBytes("leaf_hash")).as(json).isEqualTo(leafHash(json));
                previous.put(stream, leafHash(json));
                leaves.add(leafHash(json));
            }
        }
        var head = new LedgerHeads(dataSource).current();
        assertThat(head).isEqualTo(LedgerHead.of(leaves.size(), MerkleFrontierTest.treeHash(leaves)));
        return head;
    }

    static byte[] leafHash(String json) {
        return sha256(new byte[] {0}, utf8(json));
    }

    private static String leaf(ResultSet row, String tenant, byte[] pseudonym, byte @Nullable [] previous)
            throws SQLException {
        var payload = row.getBytes("payload");
        var length = ByteBuffer.allocate(4).putInt(payload.length).array();
        var members = new TreeMap<String, @Nullable Object>();
        members.put("v", 1);
        members.put("seq", row.getLong("position"));
        members.put("eventId", row.getString("event_id"));
        members.put("tenant", tenant);
        members.put("aggType", row.getString("stream_type"));
        members.put("aggId", HEX.formatHex(pseudonym));
        members.put("aggSeq", row.getLong("sequence"));
        members.put("type", row.getString("type"));
        members.put("schemaRev", row.getString("revision"));
        members.put("occurredAt", instant(row, "occurred_at"));
        members.put("recordedAt", instant(row, "recorded_at"));
        members.put("commit", HEX.formatHex(sha256(row.getBytes("salt"), length, payload, row.getBytes("metadata"))));
        members.put("prevAgg", previous == null ? null : HEX.formatHex(previous));
        return JsonMapper.shared().writeValueAsString(members);
    }

    private static @Nullable String instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    private static byte[] sha256(byte[]... parts) {
        var sha256 = Sha256.digest();
        List.of(parts).forEach(sha256::update);
        return sha256.digest();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
