package org.serviceledger.store.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.serviceledger.store.LedgerHead;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.Note;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.TestLedger;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.LogTile.Entries;
import org.serviceledger.store.log.LogTile.Hashes;
import org.serviceledger.store.log.TreeHash;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedLogTest {

    private static final int FULL_TILES = 258;
    private static final int SIZE = FULL_TILES * 256 + 40;

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .tenant("rudong")
            .build();
    private final PublishedLog log = new PublishedLog(ledger.application(), "rudong");

    @BeforeAll
    void append() {
        for (int left = SIZE; left > 0; left -= 1_500) {
            engine.appendEvents(several(stream(), 0, Math.min(left, 1_500)));
        }
    }

    @AfterAll
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void theTilesAloneLeadToTheRoot() {
        assertThat(LogTile.atTheEdge(SIZE))
                .containsExactly(new Hashes(0, FULL_TILES, 40), new Hashes(1, 1, 2), new Hashes(2, 0, 1));

        var leaves = new ArrayList<TreeHash>();
        for (int tile = 0; tile < FULL_TILES; tile++) {
            leaves.addAll(split(new Hashes(0, tile, 256)));
        }
        leaves.addAll(split(new Hashes(0, FULL_TILES, 40)));

        var levelOne = new ArrayList<>(split(new Hashes(1, 0, 256)));
        levelOne.addAll(split(new Hashes(1, 1, 2)));
        for (int tile = 0; tile < FULL_TILES; tile++) {
            assertThat(levelOne.get(tile)).isEqualTo(root(leaves.subList(tile * 256, tile * 256 + 256)));
        }
        assertThat(split(new Hashes(2, 0, 1))).containsExactly(root(leaves.subList(0, 65_536)));
        assertThat(HexFormat.of().formatHex(root(leaves).bytes())).isEqualTo(head().root());
        assertThat(log.root(SIZE)).isEqualTo(root(leaves));
    }

    @Test
    void anEntryIsWhatItsLeafIsTheHashOf() {
        var hashes = split(new Hashes(0, FULL_TILES, 40));
        var bundle = ByteBuffer.wrap(log.tile(new Entries(FULL_TILES, 40)).orElseThrow());
        for (int i = 0; i < 40; i++) {
            var entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);

            assertThat(TreeHash.ofLeaf(entry)).isEqualTo(hashes.get(i));
            assertThat(new String(entry, StandardCharsets.UTF_8))
                    .contains("\"seq\":" + (FULL_TILES * 256 + i))
                    .contains("\"tenant\":\"rudong\"");
        }
        assertThat(bundle.hasRemaining()).isFalse();
    }

    @Test
    void provesWhatItHolds() {
        var root = new TreeHash(head().rootHash());
        for (long index : new Random(6962).longs(20, 0, SIZE).toArray()) {
            assertThat(log.inclusion(index, SIZE).flaw(log.full(0, index), root))
                    .isEmpty();
            assertThat(log.consistency(index + 1, SIZE).flaw(log.root(index + 1), root))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotThereYetIsNotPublished() {
        assertThat(log.tile(new Hashes(0, FULL_TILES, 41))).isEmpty();
        assertThat(log.tile(new Hashes(0, FULL_TILES, 256))).isEmpty();
        assertThat(log.tile(new Hashes(1, 1, 3))).isEmpty();
        assertThat(log.tile(new Hashes(3, 0, 1))).isEmpty();
        assertThat(log.tile(new Entries(1_000_000, 1))).isEmpty();
        assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> log.full(0, SIZE));
    }

    /** There is no tile with an index so large that the position of its first hash overflows. */
    @Test
    void whatCanNeverBeIsNotPublished() {
        for (long index : new long[] {1L << 55, 1L << 56, (1L << 56) + 1, 1L << 57, Long.MAX_VALUE}) {
            assertThat(log.tile(new Entries(index, 256))).isEmpty();
            for (int level = 0; level <= 63; level++) {
                assertThat(log.tile(new Hashes(level, index, 1))).isEmpty();
            }
        }
        for (int level = 3; level <= 63; level++) {
            assertThat(log.tile(new Hashes(level, 0, 1))).isEmpty();
        }
        assertThat(log.entry(Long.MAX_VALUE)).isEmpty();
        assertThat(log.entry(-1)).isEmpty();
    }

    @Test
    void whatIsForgedBeyondTheTreeIsNotPublished() throws SQLException {
        ledger.tamper("INSERT INTO ledger_node VALUES (1, 258, sha256('')), (2, 1, sha256('')), (3, 0, sha256('')),"
                + " (8, 0, sha256('')), (63, 0, sha256(''))");
        ledger.tamper("INSERT INTO ledger_event SELECT %1$d, 'note-forged', stream_type, 0, event_id, type, revision,"
                        .formatted(SIZE)
                + " payload, metadata, salt, stream_pseudonym, leaf_hash, recorded_at, occurred_at FROM ledger_event"
                + " WHERE position = 0");
        try {
            assertThat(log.tile(new Hashes(1, 1, 3))).isEmpty();
            assertThat(log.tile(new Hashes(2, 0, 2))).isEmpty();
            assertThat(log.tile(new Hashes(3, 0, 1))).isEmpty();
            assertThat(log.tile(new Hashes(8, 0, 1))).isEmpty();
            assertThat(log.tile(new Hashes(63, 0, 1))).isEmpty();
            assertThat(log.tile(new Hashes(0, FULL_TILES, 41))).isEmpty();
            assertThat(log.tile(new Entries(FULL_TILES, 41))).isEmpty();
            assertThat(log.entry(SIZE)).isEmpty();
        } finally {
            ledger.tamper("DELETE FROM ledger_node WHERE level > 2 OR index >= CASE level WHEN 1 THEN 258 ELSE 1 END");
            ledger.tamper("DELETE FROM ledger_event WHERE stream_id = 'note-forged'");
        }
    }

    /** The migration gives a ledger that was begun before nodes existed the nodes that appending would have made. */
    @Test
    void theMigrationFillsInWhatIsMissing() throws SQLException {
        var appended = nodes();
        try (var connection = ledger.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE ledger_node, ledger_checkpoint, ledger_log_key, ledger_verification,"
                    + " ledger_cosignature, ledger_publication, subject_key, ledger_clock, ledger_clock_confirmation,"
                    + " ledger_code_key");
            statement.execute("DELETE FROM ledger_schema_history WHERE version <> '1' OR version IS NULL");
        }
        LedgerSchema.migrate(ledger.owner(), "ledger_app");

        assertThat(nodes()).hasSize(FULL_TILES + 1).isEqualTo(appended);
    }

    private List<String> nodes() throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement(
                        "SELECT level, index, encode(hash, 'hex') FROM ledger_node ORDER BY level, index");
                var rows = query.executeQuery()) {
            var nodes = new ArrayList<String>();
            while (rows.next()) {
                nodes.add(rows.getInt(1) + "/" + rows.getLong(2) + " " + rows.getString(3));
            }
            return nodes;
        }
    }

    private LedgerHead head() {
        return new LedgerHeads(ledger.application()).current();
    }

    private List<TreeHash> split(Hashes tile) {
        var bytes = log.tile(tile).orElseThrow();
        assertThat(bytes).hasSize(tile.width() * TreeHash.BYTES);
        var hashes = new ArrayList<TreeHash>();
        for (int at = 0; at < bytes.length; at += TreeHash.BYTES) {
            hashes.add(new TreeHash(Arrays.copyOfRange(bytes, at, at + TreeHash.BYTES)));
        }
        return hashes;
    }

    private static TreeHash root(List<TreeHash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        return root(hashes.subList(0, left)).with(root(hashes.subList(left, hashes.size())));
    }
}
