package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.store.log.Sha256;
import tools.jackson.databind.json.JsonMapper;

class LeafTest {

    private static final HexFormat HEX = HexFormat.of();

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .tenant("rudong")
            .build();

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void isCanonicalJson() {
        var leaf = LeafTemplate.of(
                "rudong",
                "Case \"\\\u0001\n",
                7,
                "event",
                "案件.received",
                null,
                null,
                Instant.parse("2026-07-01T04:00:00.120Z"),
                new byte[] {1, 2});

        assertThat(leaf.json(new byte[] {(byte) 0xab}, null, 12))
                .isEqualTo("{\"aggId\":\"ab\",\"aggSeq\":7,\"aggType\":\"Case \\\"\\\\\\u0001\\n\",\"commit\":\"0102\","
                        + "\"eventId\":\"event\",\"occurredAt\":null,\"prevAgg\":null,"
                        + "\"recordedAt\":\"2026-07-01T04:00:00.120Z\",\"schemaRev\":null,\"seq\":12,"
                        + "\"tenant\":\"rudong\",\"type\":\"案件.received\",\"v\":1}");
        assertThat(leaf.hash(Sha256.digest(), new byte[] {(byte) 0xab}, null, 12))
                .isEqualTo(leafHash(leaf.json(new byte[] {(byte) 0xab}, null, 12)));
    }

    /** Rebuilds every leaf and the root from nothing but the rows, with another JSON writer and another Merkle tree. */
    @Test
    void followsFromTheRowAndSealsIt() throws SQLException {
        var one = stream();
        engine.appendEvents(several(one, 0, 3));
        engine.appendEvents(
                written(stream(), 0, "with a time of its own", Map.of("occurredAt", "2026-06-30T16:00:00.123456789Z")));
        engine.appendEvents(written(one, 3, "later"));

        var leaves = new ArrayList<byte[]>();
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("SELECT * FROM ledger_event ORDER BY position");
                var row = query.executeQuery()) {
            var previous = new HashMap<String, byte[]>();
            var firstSalt = new HashMap<String, byte[]>();
            while (row.next()) {
                var stream = row.getString("stream_id");
                firstSalt.putIfAbsent(stream, row.getBytes("salt"));
                var json = leaf(row, sha256(firstSalt.get(stream), utf8(stream)), previous.get(stream));
                assertThat(row.getBytes("leaf_hash")).as(json).isEqualTo(leafHash(json));
                previous.put(stream, leafHash(json));
                leaves.add(leafHash(json));
            }
        }

        assertThat(leaves).hasSize(5);
        assertThat(new LedgerHeads(ledger.application()).current())
                .isEqualTo(LedgerHead.of(5, MerkleFrontierTest.treeHash(leaves)));
    }

    @Test
    void saltsEqualContentDifferently() throws SQLException {
        engine.appendEvents(written(stream(), 0, "satisfied"));
        engine.appendEvents(written(stream(), 0, "satisfied"));

        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("SELECT count(DISTINCT salt) FROM ledger_event");
                var row = query.executeQuery()) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void keepsTheTimeAnActHappenedBesideTheTimeItWasRecorded() throws SQLException {
        var event = written(stream(), 0, "late entry", Map.of("occurredAt", "2020-04-16T00:30:00Z"));
        engine.appendEvents(event);

        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("SELECT occurred_at FROM ledger_event");
                var row = query.executeQuery()) {
            row.next();
            assertThat(row.getObject(1, OffsetDateTime.class).toInstant())
                    .isEqualTo(Instant.parse("2020-04-16T00:30:00Z"));
        }
        try (var events = engine.readEvents(null, false)) {
            assertThat(events.findFirst().orElseThrow().getTimestamp()).isAfter(Instant.parse("2025-01-01T00:00:00Z"));
        }
    }

    @Test
    void aTimeThatIsNoneIsRefusedBeforeAnythingIsStored() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> engine.appendEvents(written(stream(), 0, "x", Map.of("occurredAt", "yesterday at noon"))))
                .withMessageContaining("yesterday at noon");
        assertThat(new LedgerHeads(ledger.application()).current().size()).isZero();
    }

    private static String leaf(ResultSet row, byte[] pseudonym, byte @Nullable [] previous) throws SQLException {
        var payload = row.getBytes("payload");
        var length = ByteBuffer.allocate(4).putInt(payload.length).array();
        var members = new TreeMap<String, @Nullable Object>();
        members.put("v", 1);
        members.put("seq", row.getLong("position"));
        members.put("eventId", row.getString("event_id"));
        members.put("tenant", "rudong");
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

    private static byte[] leafHash(String json) {
        return sha256(new byte[] {0}, utf8(json));
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
