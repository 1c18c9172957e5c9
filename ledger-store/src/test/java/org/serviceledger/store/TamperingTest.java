package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.written;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.KeyFlaw;
import org.serviceledger.store.log.MerkleFrontier;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.Cosigned;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.verify.EventName;
import org.serviceledger.store.verify.Finding;
import org.serviceledger.store.verify.Finding.Altered;
import org.serviceledger.store.verify.Finding.BeyondHead;
import org.serviceledger.store.verify.Finding.CheckpointUnsound;
import org.serviceledger.store.verify.Finding.ClockSetBack;
import org.serviceledger.store.verify.Finding.Forked;
import org.serviceledger.store.verify.Finding.HeadDiffers;
import org.serviceledger.store.verify.Finding.KeysUnsound;
import org.serviceledger.store.verify.Finding.Missing;
import org.serviceledger.store.verify.Finding.Moved;
import org.serviceledger.store.verify.Finding.Part;
import org.serviceledger.store.verify.Finding.PseudonymDiffers;
import org.serviceledger.store.verify.Finding.ReceiptAstray;
import org.serviceledger.store.verify.Finding.Renumbered;
import org.serviceledger.store.verify.Finding.Replaced;
import org.serviceledger.store.verify.Finding.RolledBack;
import org.serviceledger.store.verify.Finding.StreamBroken;
import org.serviceledger.store.verify.Finding.Swapped;
import org.serviceledger.store.verify.Finding.TileAstray;
import org.serviceledger.store.verify.Finding.TileDiffers;
import org.serviceledger.store.verify.Finding.Unlinked;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Source;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.store.verify.Verification;
import org.serviceledger.words.Language;

/**
 * A ledger of 821 events with checkpoints of 300, 400, 500, 600, 700, 800 and 801, of which a witness has cosigned that
 * of 700. Each test changes the database as its operator could. The verifier must find and name each change.
 */
class TamperingTest {

    private static final long SIZE = 821;
    private static final Source YESTERDAY = new Source.Kept("yesterday.txt");
    private static final List<String> TABLES = List.of(
            "ledger_event",
            "ledger_node",
            "ledger_checkpoint",
            "ledger_cosignature",
            "ledger_publication",
            "ledger_log_key",
            "idempotency_key");

    private static final NoteSigner SIGNER = NewSigner.log("log.example");
    private static final NoteSigner WITNESS = NewSigner.witness("witness.example");
    private static boolean isRecorded;

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();
    private final PublishedLog log = new PublishedLog(ledger.application(), "default");
    private final Checkpoints checkpoints = new Checkpoints(ledger.application(), log, SIGNER);

    /** The ledger is recorded once and restored before each test. */
    @BeforeEach
    void untouched() throws SQLException {
        if (isRecorded) {
            for (var table : TABLES) {
                ledger.tamper("INSERT INTO %1$s OVERRIDING SYSTEM VALUE SELECT * FROM untouched.%1$s".formatted(table));
            }
            ledger.tamper("UPDATE ledger_head AS head SET size = kept.size, root = kept.root, frontier = kept.frontier"
                    + " FROM untouched.ledger_head AS kept");
        } else {
            record();
            execute("CREATE SCHEMA untouched");
            for (var table : TABLES) {
                execute("CREATE TABLE untouched.%1$s AS SELECT * FROM %1$s".formatted(table));
            }
            execute("CREATE TABLE untouched.ledger_head AS SELECT * FROM ledger_head");
            isRecorded = true;
        }
    }

    private void record() {
        engine.appendEvents(several("note-a", 0, 300));
        checkpoints.publish();
        for (int i = 0; i < 40; i++) {
            engine.appendEvents(several("note-" + i, 0, 10));
            if (i % 10 == 9) {
                checkpoints.publish();
            }
        }
        var note = checkpoints.latest().orElseThrow();
        Cosigned.keep(checkpoints, note, WITNESS.verifier(), WITNESS.signature(note.text(), Instant.now()));
        engine.appendEvents(several("note-a", 300, 100));
        checkpoints.publish();
        engine.appendEvents(List.of(written(
                "note-keyed",
                0,
                "“案件” \"\\\u0001\n",
                Map.of(IdempotencyKeys.KEY, "clerk/1", "occurredAt", "2026-06-30T16:00:00.1Z"))));
        checkpoints.publish();
        engine.appendEvents(several("note-z", 0, 20));
    }

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void aLedgerNobodyTouchedIsSound() {
        var verification = verify();

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.size()).isEqualTo(SIZE);
        assertThat(verification.root()).isEqualTo(log.root(SIZE));
        assertThat(verification.checkpoints()).isEqualTo(7);
        assertThat(verification.nodes()).isEqualTo(3);
        assertThat(verification.receipts()).isEqualTo(1);
    }

    @Test
    void streamsThatAreNotRememberedAreLookedUp() {
        engine.appendEvents(several("note-3", 10, 5));
        engine.appendEvents(several("note-a", 400, 5000));

        assertThat(verifier()
                        .remembering(1)
                        .verify(Trust.in(SIGNER.verifier()), (_, _) -> {})
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "payload,  100",
        "payload,  820",
        "metadata, 650",
        "salt, 0",
        "salt, 5",
        "salt, 399",
        "payload, 511",
        "payload, 512",
    })
    void aByteOfTheContentIsFlipped(String column, long position) throws SQLException {
        var event = event(position);
        ledger.tamper(
                "UPDATE ledger_event SET %1$s = set_byte(%1$s, length(%1$s) - 1, get_byte(%1$s, length(%1$s) - 1) # 1)"
                                .formatted(column)
                        + " WHERE position = " + position);

        assertFound(new Altered(event, Part.CONTENT));
    }

    @ParameterizedTest
    @CsvSource({
        "recorded_at = recorded_at + interval '1 microsecond'",
        "occurred_at = '2026-11-23 10:00:00Z'",
        "event_id = 'other'",
        "revision = '2'",
        "stream_type = 'Other'",
    })
    void anotherColumnIsChanged(String change) throws SQLException {
        var event = event(400);
        ledger.tamper("UPDATE ledger_event SET " + change + " WHERE position = 400");

        assertFound(new Altered(event, Part.CONTENT));
    }

    @ParameterizedTest
    @CsvSource({"100", "300", "399", "820"})
    void aStoredHashIsChanged(long position) throws SQLException {
        var event = event(position);
        ledger.tamper("UPDATE ledger_event SET leaf_hash = sha256('other') WHERE position = " + position);

        assertFound(new Altered(event, Part.LEAF_HASH));
    }

    /** The events end their streams, so no later event reveals the change, only the signatures do. */
    @ParameterizedTest
    @CsvSource({"399, 300, 399, 400", "800, 800, 800, 801"})
    void anEventIsReplacedTogetherWithItsHash(long position, long first, long last, long witness) throws SQLException {
        replace(position);

        assertFound(new Replaced(first, last, new Source.Checkpoint(witness)));
    }

    @Test
    void anEventIsReplacedTogetherWithItsHashAndTheHashAboveIt() throws SQLException {
        replace(399);
        ledger.tamper("UPDATE ledger_node SET hash = sha256('other') WHERE level = 1 AND index = 1");

        assertThat(verify().findings()).contains(new Replaced(300, 399, new Source.Checkpoint(400L)));
    }

    @Test
    void anEventIsReplacedTogetherWithItsHashAmidItsStream() throws SQLException {
        var next = event(131);
        replace(130);

        assertFound(new Unlinked(next, 130));
    }

    @Test
    void anEventIsReplacedThatNothingWasSignedAfter() throws SQLException {
        replace(820);

        assertThat(verify().findings()).singleElement().isInstanceOf(HeadDiffers.class);
        assertThat(verify().findings().getFirst().line(Language.ENGLISH)).contains("since position 801");
    }

    @Test
    void aPseudonymIsChanged() throws SQLException {
        var first = event(0);
        ledger.tamper("UPDATE ledger_event SET stream_pseudonym = sha256('other') WHERE position = 0");
        assertFound(new PseudonymDiffers(first));
    }

    @Test
    void aPseudonymAmidAStreamIsChanged() throws SQLException {
        var event = event(7);
        ledger.tamper("UPDATE ledger_event SET stream_pseudonym = sha256('other') WHERE position = 7");
        assertFound(new PseudonymDiffers(event));
    }

    @Test
    void aWholeStreamIsRenamed() throws SQLException {
        ledger.tamper("UPDATE ledger_event SET stream_id = 'note-other' WHERE stream_id = 'note-5'");

        assertFound(new PseudonymDiffers(event(350)));
    }

    @Test
    void anEventIsPutIntoAnotherStream() throws SQLException {
        ledger.tamper("UPDATE ledger_event SET stream_id = 'note-6', sequence = 10 WHERE position = 359");

        assertFound(new Altered(event(359), Part.CONTENT));
    }

    @Test
    void aSequenceIsChanged() throws SQLException {
        ledger.tamper("UPDATE ledger_event SET sequence = 12 WHERE position = 359");

        assertThat(verify().findings()).singleElement().isInstanceOf(StreamBroken.class);
        assertThat(verify().findings().getFirst().line(Language.ENGLISH))
                .startsWith("position 359")
                .contains("event 11 of note-5");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void aHashOfAnUpperTileIsFlipped(long index) throws SQLException {
        ledger.tamper("UPDATE ledger_node SET hash = set_byte(hash, 5, get_byte(hash, 5) # 4) WHERE index = " + index);

        assertFound(new TileDiffers(1, index, true));
    }

    @Test
    void aHashOfAnUpperTileIsTakenAway() throws SQLException {
        ledger.tamper("DELETE FROM ledger_node WHERE index = 1");

        assertFound(new TileAstray(1, 1, false));
    }

    @Test
    void aHashOfAnUpperTileIsAdded() throws SQLException {
        ledger.tamper("INSERT INTO ledger_node VALUES (1, 3, sha256('other'))");

        assertFound(new TileAstray(1, 3, true));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4",
        "2, 0",
        "7, 9223372036854775807",
        "8, 0",
        "9, 5",
        "63, 0",
        "64, 0",
        "2147483647, 72057594037927936"
    })
    void aHashIsAddedThatTheTreeCannotHave(int level, long index) throws SQLException {
        ledger.tamper("INSERT INTO ledger_node VALUES (1, 3, sha256('one')), (%d, %d, sha256('other'))"
                .formatted(level, index));

        assertFound(new TileAstray(1, 3, true), new TileAstray(level, index, true));
        assertThat(verify().findings()).allSatisfy(finding -> {
            assertThat(finding.line(Language.ENGLISH)).contains("a hash over more events than there are");
            assertThat(finding.line(Language.CHINESE)).contains("哈希超出了事件的数目");
        });
    }

    /** The owner of the table can also drop its constraints. */
    @ParameterizedTest
    @CsvSource({"1, -1", "0, 5", "-3, 0", "8, -9223372036854775808"})
    void aHashIsAddedWhereNoTileIs(int level, long index) throws SQLException {
        execute("ALTER TABLE ledger_node DROP CONSTRAINT ledger_node_level_check");
        execute("ALTER TABLE ledger_node DROP CONSTRAINT ledger_node_index_check");
        try {
            ledger.tamper("INSERT INTO ledger_node VALUES (%d, %d, sha256('other'))".formatted(level, index));

            assertFound(new TileAstray(level, index, true));
            assertThat(verify().findings().getFirst().line(Language.ENGLISH)).contains(Long.toString(index));
        } finally {
            ledger.tamper("DELETE FROM ledger_node WHERE level = %d AND index = %d".formatted(level, index));
            execute("ALTER TABLE ledger_node ADD CHECK (level > 0)");
            execute("ALTER TABLE ledger_node ADD CHECK (index >= 0)");
        }
    }

    @ParameterizedTest
    @CsvSource({"root", "frontier"})
    void aByteOfTheHeadIsFlipped(String column) throws SQLException {
        ledger.tamper("UPDATE ledger_head SET %1$s = set_byte(%1$s, 3, get_byte(%1$s, 3) # 1)".formatted(column));

        assertThat(verify().findings()).singleElement().isInstanceOf(HeadDiffers.class);
        assertThat(verify().findings().getFirst().line(Language.ENGLISH)).startsWith("head: the " + column);
    }

    @Test
    void theClockOfAServerIsSetBack() {
        var ahead = Instant.now().plus(Duration.ofDays(15)).truncatedTo(ChronoUnit.MICROS);
        var back = ahead.minus(Duration.ofSeconds(121));
        engine.appendEvents(Appends.writtenAt(ahead, "note-y", 0, "ahead"));
        engine.appendEvents(Appends.writtenAt(ahead.minusSeconds(119), "note-y", 1, "as another server may be"));
        engine.appendEvents(Appends.writtenAt(ahead, "note-y", 2, "ahead"));
        engine.appendEvents(Appends.writtenAt(back, "note-y", 3, "set back"));

        assertFound(new ClockSetBack(new EventName(SIZE + 3, "note-y", 3, "note.written"), back, ahead));
        assertThat(verify().findings().getFirst().line(Language.ENGLISH))
                .contains("position 824", ahead.toString(), back.toString(), "set back");
    }

    @Test
    void aTimeThatWasChangedIsNoClockSetBack() throws SQLException {
        ledger.tamper("UPDATE ledger_event SET recorded_at = '-infinity' WHERE position = 500");

        assertThat(verify().findings()).singleElement().isInstanceOf(Altered.class);
    }

    @Test
    void theHeadIsSetBack() throws SQLException {
        ledger.tamper("UPDATE ledger_head SET size = 800");

        assertThat(verify().findings())
                .contains(new BeyondHead(800, 820), new RolledBack(new Source.Checkpoint(801L), 801, 800));
    }

    @Test
    void theHeadIsSetForward() throws SQLException {
        ledger.tamper("UPDATE ledger_head SET size = 830");

        assertFound(new Missing(821, 829, null));
    }

    @ParameterizedTest
    @CsvSource({
        "150, event 150 of note-a, note-a 的 150 号事件",
        "399, ,",
        "820, ,",
        "300, event 0 of note-0, note-0 的 0 号事件"
    })
    void aRowIsDeleted(long position, @Nullable String whose, @Nullable String inChinese) throws SQLException {
        ledger.tamper("DELETE FROM ledger_event WHERE position = " + position);

        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(Missing.class);
            assertThat(finding.line(Language.ENGLISH))
                    .isEqualTo("position %d is missing: the row was deleted%s"
                            .formatted(position, whose == null ? "" : "; it was " + whose));
            assertThat(finding.line(Language.CHINESE))
                    .isEqualTo("位置 %d缺失：行被删除%s"
                            .formatted(position, inChinese == null ? "" : "（原为 %s）".formatted(inChinese)));
        });
    }

    @Test
    void rowsAreDeleted() throws SQLException {
        ledger.tamper("DELETE FROM ledger_event WHERE position BETWEEN 320 AND 329 OR position = 620");

        assertThat(verify().findings())
                .contains(new Missing(320, 329, null), new Missing(620, 620, null))
                .hasSize(3); // later events in the stream of the last one cannot be derived
    }

    @ParameterizedTest
    @CsvSource({"100, 450", "100, 101", "819, 820", "310, 395"})
    void twoRowsAreSwapped(long one, long other) throws SQLException {
        ledger.tamper("UPDATE ledger_event SET position = 9999 WHERE position = " + one);
        ledger.tamper("UPDATE ledger_event SET position = %d WHERE position = %d".formatted(one, other));
        ledger.tamper("UPDATE ledger_event SET position = %d WHERE position = 9999".formatted(other));

        assertFound(new Swapped(event(one), event(other)));
    }

    /** The leaf hashes, and therefore the tree, stay in place. */
    @Test
    void theContentOfTwoRowsIsSwapped() throws SQLException {
        ledger.tamper("CREATE TEMPORARY TABLE hash AS SELECT position, leaf_hash FROM ledger_event");
        ledger.tamper("UPDATE ledger_event SET position = 9999 WHERE position = 399");
        ledger.tamper("UPDATE ledger_event SET position = 399 WHERE position = 489");
        ledger.tamper("UPDATE ledger_event SET position = 489 WHERE position = 9999");
        ledger.tamper(
                "UPDATE ledger_event AS event SET leaf_hash = other.leaf_hash FROM (SELECT 399 AS position, leaf_hash"
                        + " FROM ledger_event WHERE position = 489 UNION ALL SELECT 489, leaf_hash FROM ledger_event"
                        + " WHERE position = 399) AS other WHERE event.position = other.position");

        assertFound(new Swapped(event(399), event(489)));
    }

    @Test
    void allThatFollowsIsRenumbered() throws SQLException {
        ledger.tamper("UPDATE ledger_event SET position = position + 100000 WHERE position >= 300");
        ledger.tamper("UPDATE ledger_event SET position = position - 99999 WHERE position >= 300");

        assertThat(verify().findings())
                .startsWith(new Missing(300, 300, null), new Renumbered(301, 821, 1))
                .contains(new BeyondHead(821, 821))
                .hasSize(4) // the fourth is the receipt, which still points at position 800
                .last()
                .isInstanceOf(ReceiptAstray.class);
    }

    @Test
    void oneEventIsMovedToTheEnd() throws SQLException {
        ledger.tamper("UPDATE ledger_event SET position = 821 WHERE position = 405");

        assertThat(verify().findings())
                .contains(new Missing(405, 405, null), new BeyondHead(821, 821), new Moved(event(821), 405));
    }

    @ParameterizedTest
    @CsvSource({
        "2, there is no event at position 900",
        "1, 'there is no event at position -5'",
        "0, belongs to note-a, not to note-keyed"
    })
    void aReceiptIsPointedElsewhere(int which, String problem) throws SQLException {
        ledger.tamper("UPDATE idempotency_key SET "
                + List.of("first_position = 3", "first_position = -5", "last_position = 900")
                        .get(which));

        assertThat(verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.line(Language.ENGLISH))
                        .contains("'clerk/1'")
                        .contains(problem));
    }

    /**
     * The events of a request are sealed with its key: positions 821 to 823, while 824 is an event after the request.
     */
    @ParameterizedTest
    @CsvSource({
        "request_digest = 'other', its digest of the request is not the one, 821",
        "request_digest = NULL, its digest of the request is not the one, 821",
        "last_position = 821, the event behind it was recorded for the request too, 821",
        "last_position = 822, the event behind it was recorded for the request too, 822",
        "last_position = 824, was not recorded for the request, 824",
        "first_position = 822, the event before it was recorded for the request too, 822",
        "'first_position = 821, last_position = 820', it ends before it begins, 820",
        "key = 'clerk/9', was not recorded for the request, 821",
    })
    void aReceiptSaysOtherThanTheEvents(String change, String problem, String position) throws SQLException {
        engine.appendEvents(
                written(
                        "note-request",
                        0,
                        "one",
                        Map.of(IdempotencyKeys.KEY, "clerk/2", IdempotencyKeys.REQUEST_DIGEST, "digest")),
                written("note-request", 1, "two"),
                written("note-request", 2, "three"));
        engine.appendEvents(written("note-request", 3, "four", Map.of(IdempotencyKeys.KEY, "clerk/3")));
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().receipts()).isEqualTo(3);

        ledger.tamper("UPDATE idempotency_key SET " + change + " WHERE key = 'clerk/2'");

        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line(Language.ENGLISH))
                    .contains("'clerk/")
                    .contains(problem)
                    .contains(position);
            assertThat(finding.line(Language.CHINESE)).contains("“clerk/").contains(position);
        });
    }

    @ParameterizedTest
    @CsvSource({"clerk/0", "''"})
    void aReceiptIsInvented(String key) throws SQLException {
        ledger.tamper("INSERT INTO idempotency_key (key, stream_id, first_position, last_position)"
                + " VALUES ('%s', 'note-a', 3, 4)".formatted(key));

        assertThat(verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.line(Language.ENGLISH))
                        .isEqualTo(
                                "receipt of the request '%s': the event at position 3 was not recorded for the request"
                                        .formatted(key)));
    }

    /** The owner of the table can also drop its keys. */
    @Test
    void anotherEventIsPutAtATakenPosition() throws SQLException {
        execute("ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_pkey");
        try {
            ledger.tamper(
                    "INSERT INTO ledger_event SELECT 820, 'note-forged', stream_type, 0, event_id, type, revision, payload,"
                            + " metadata, salt, stream_pseudonym, leaf_hash, recorded_at, occurred_at FROM ledger_event"
                            + " WHERE position = 801");

            assertThat(verify().findings().stream().map(finding -> finding.line(Language.ENGLISH)))
                    .anyMatch(line -> line.startsWith("position 820") && line.contains("another row stands"));
        } finally {
            ledger.tamper("DELETE FROM ledger_event WHERE stream_id = 'note-forged'");
            execute("ALTER TABLE ledger_event ADD PRIMARY KEY (position)");
        }
    }

    /** Loading the stream would read the event, but scanning the ledger by position would not. */
    @ParameterizedTest
    @CsvSource({"-5, position -5", "-9223372036854775808, position -9223372036854775808", "NULL, no position"})
    void anEventIsPutWhereNoPositionIs(String position, String named) throws SQLException {
        execute("ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_position_check");
        execute("ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_pkey");
        execute("ALTER TABLE ledger_event ALTER COLUMN position DROP NOT NULL");
        try {
            ledger.tamper("INSERT INTO ledger_event SELECT %s, 'note-keyed', stream_type, 1, event_id, type, revision,"
                            .formatted(position)
                    + " payload, metadata, salt, stream_pseudonym, leaf_hash, recorded_at, occurred_at"
                    + " FROM ledger_event WHERE position = 801");

            assertThat(verify().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.line(Language.ENGLISH)).startsWith("event 1 of note-keyed stands at " + named);
                assertThat(numbers(finding.line(Language.CHINESE))).isEqualTo(numbers(finding.line(Language.ENGLISH)));
            });
        } finally {
            ledger.tamper("DELETE FROM ledger_event WHERE position < 0 OR position IS NULL");
            execute("ALTER TABLE ledger_event ADD PRIMARY KEY (position)");
            execute("ALTER TABLE ledger_event ADD CHECK (position >= 0)");
        }
    }

    /** Beyond 65,536 events there are tiles above the upper tiles, and thousands of events between two checkpoints. */
    @Test
    void aHashOfATileAboveTheUpperTilesIsFlipped() throws SQLException {
        for (int i = 0; i < 258; i++) {
            engine.appendEvents(several("note-large-" + i, 0, 256));
        }
        checkpoints.publish();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().nodes()).isEqualTo((SIZE + 258 * 256) / 256 + 1);

        ledger.tamper("UPDATE ledger_node SET hash = sha256(hash) WHERE level = 2");
        assertFound(new TileDiffers(2, 0, true));

        ledger.tamper("UPDATE ledger_node SET hash = sha256(hash) WHERE level = 1 AND index = 200");
        assertFound(new TileDiffers(1, 200, true), new TileDiffers(2, 0, true));
    }

    @Test
    void anEventFarFromAnyCheckpointIsReplacedTogetherWithItsHash() throws SQLException {
        for (int i = 0; i < 10; i++) {
            engine.appendEvents(several("note-large-" + i, 0, 256));
        }
        checkpoints.publish();
        replace(SIZE + 4 * 256 + 255);

        assertFound(new Replaced(2048, 2303, new Source.Checkpoint(SIZE + 2560)));
    }

    @Test
    void theLedgerGrowsMeanwhile() throws InterruptedException {
        var isDone = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; !isDone.get(); i++) {
                engine.appendEvents(several("note-meanwhile-" + i, 0, 40));
                checkpoints.publish();
            }
        });

        for (int i = 0; i < 10; i++) {
            assertThat(verify().findings()).isEmpty();
        }
        isDone.set(true);
        writer.join();
        assertThat(verify().size()).isGreaterThan(SIZE);
    }

    @Test
    void aCheckpointIsChanged() throws SQLException {
        ledger.tamper(
                "UPDATE ledger_checkpoint SET note = replace(note, chr(10) || '400' || chr(10), chr(10) || '401' || chr(10))"
                        + " WHERE size = 400");
        assertFound(new CheckpointUnsound.OfOtherSize(new Source.Checkpoint(400L), 401));

        ledger.tamper(
                "UPDATE ledger_checkpoint SET note = (SELECT replace(note, chr(10) || '500' || chr(10), chr(10) || '400' ||"
                        + " chr(10)) FROM ledger_checkpoint WHERE size = 500) WHERE size = 400");
        assertFound(new CheckpointUnsound.Unsigned(
                new Source.Checkpoint(400L), new KeyFlaw.Unsigned(400, SIGNER.verifier())));
    }

    /** An attacker with the database can sign everything again with a key that nobody outside knows. */
    @Test
    void anotherKeyIsPutInPlaceOfTheLogs() throws SQLException {
        var other = NewSigner.log("log.example");
        ledger.tamper("UPDATE ledger_log_key SET vkey = '%s'".formatted(other.verifier()));
        for (var note : notes()) {
            ledger.tamper("UPDATE ledger_checkpoint SET note = '%s' WHERE size = %d"
                    .formatted(
                            other.sign(note.text()),
                            Checkpoint.parse(note.text()).size()));
        }

        assertFound(new KeysUnsound.Unknown(List.of(SIGNER.verifier())));
    }

    /** Adding the log's own key after the other key does not help the attacker either. */
    @Test
    void anotherKeyIsPutBeforeTheLogs() throws SQLException {
        var other = NewSigner.log("log.example");
        ledger.tamper("UPDATE ledger_log_key SET vkey = '%s'".formatted(other.verifier()));
        ledger.tamper(
                "INSERT INTO ledger_log_key (vkey, from_size) VALUES ('%s', 1000001)".formatted(SIGNER.verifier()));
        for (var note : notes()) {
            ledger.tamper("UPDATE ledger_checkpoint SET note = '%s' WHERE size = %d"
                    .formatted(
                            other.sign(note.text()),
                            Checkpoint.parse(note.text()).size()));
        }

        assertFound(new KeysUnsound.Unconnected(new KeyFlaw.Unexplained(SIGNER.verifier())));
    }

    @ParameterizedTest
    @CsvSource({
        "garbage, , no verifier key",
        "'gar\\n\\x1b[2Jbage', , no verifier key",
        "log.example+00000000+Ag==, , unknown kind of signature",
        "log.example+00000000+AQ==, , no verifier key",
        "$other, garbage, a note has an empty line before its signatures",
        "$other, $checkpoint, a rotation of",
    })
    void aMalformedRowIsPutAmongTheKeys(String key, @Nullable String statement, String problem) throws SQLException {
        var other = NewSigner.log("log.example").verifier();
        var checkpoint = checkpoints.latest().orElseThrow();
        ledger.tamper(
                "INSERT INTO ledger_log_key (vkey, from_size, statement) VALUES (E'%s', 10000, nullif('%s', 'none'))"
                        .formatted(
                                key.replace("$other", other.toString()),
                                statement == null ? "none" : statement.replace("$checkpoint", checkpoint.toString())));

        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(KeysUnsound.class);
            assertThat(finding.line(Language.ENGLISH))
                    .contains(problem)
                    .contains("$checkpoint".equals(statement) ? other.toString() : "row " + lastKey())
                    .doesNotContainPattern("\\p{Cntrl}");
        });
    }

    @ParameterizedTest
    @CsvSource({"garbage", "''"})
    void aCheckpointIsMadeGarbage(String note) throws SQLException {
        ledger.tamper(
                "UPDATE ledger_checkpoint SET note = chr(27) || chr(10) || '%s' WHERE size = 400".formatted(note));

        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(CheckpointUnsound.class);
            assertThat(finding.line(Language.ENGLISH))
                    .startsWith("the checkpoint of 400: ")
                    .doesNotContainPattern("\\p{Cntrl}");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                line = 'garbage' | it is none: no signature line: 'garbage'
                line = E'gar\\n\\x1b[2Jbage' | it is none: no signature line
                line = '$elsewhere' | it was not made by this witness over the checkpoint of that size
                line = '$forged' | it was not made by this witness over the checkpoint of that size
                size = 800 | it was not made by this witness over the checkpoint of that size
                size = 450 | there is no checkpoint of that size
                size = -700 | there is no checkpoint of that size
                size = -9223372036854775808 | there is no checkpoint of that size
                witness = '$stranger' | it was not made by this witness over the checkpoint of that size
                witness = '$log' | this is no key of a witness
                witness = E'gar\\n\\x1b[2Jbage' | this is no key of a witness
                """)
    void aCosignatureIsChanged(String change, String problem) throws SQLException {
        var stranger = NewSigner.witness("witness.example");
        var text = checkpoints.latest().orElseThrow().text();
        ledger.tamper("UPDATE ledger_cosignature SET "
                + change.replace("$elsewhere", line(WITNESS.signature(text, Instant.now())))
                        .replace(
                                "$forged",
                                line(inTheNameOf(WITNESS, stranger, noteOf(700).text())))
                        .replace("$stranger", stranger.verifier().toString())
                        .replace("$log", SIGNER.verifier().toString()));
        var place = one(
                "SELECT size || ' by ' || regexp_replace(witness, '[\\n\\x1b]', '\uFFFD', 'g') FROM ledger_cosignature");

        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line(Language.ENGLISH))
                    .startsWith("the cosignature of %s: %s".formatted(place, problem))
                    .doesNotContainPattern("\\p{Cntrl}");
            assertThat(finding.line(Language.CHINESE))
                    .contains(place.split(" by ", -1))
                    .containsPattern("[一-龥]")
                    .doesNotContainPattern("\\p{Cntrl}");
        });
    }

    @Test
    void theCheckpointACosignatureIsOverIsMadeGarbage() throws SQLException {
        ledger.tamper("UPDATE ledger_checkpoint SET note = 'garbage' WHERE size = 700");

        assertThat(verify().findings())
                .extracting(finding -> finding.line(Language.ENGLISH))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("the checkpoint of 700: "))
                .anyMatch(line -> line.startsWith("the cosignature of 700 by " + WITNESS.verifier()));
    }

    /** The owner of the table can also drop its constraints. */
    @Test
    void rowsThatNameNothingOrTheSameArePutAmongTheCosignatures() throws SQLException {
        execute("ALTER TABLE ledger_cosignature DROP CONSTRAINT ledger_cosignature_pkey");
        for (var column : List.of("size", "witness", "line")) {
            execute("ALTER TABLE ledger_cosignature ALTER COLUMN %s DROP NOT NULL".formatted(column));
        }
        try {
            ledger.tamper("INSERT INTO ledger_cosignature (size, witness, line) SELECT 700, '%s', 'garbage'"
                            .formatted(WITNESS.verifier())
                    + " FROM generate_series(1, 600)");
            ledger.tamper("INSERT INTO ledger_cosignature (size, witness, line) VALUES (700, 'x', NULL),"
                    + " (700, NULL, 'garbage'), (NULL, 'y', 'garbage'), (NULL, NULL, NULL)");

            assertThat(verify().findings())
                    .hasSize(604)
                    .extracting(finding -> finding.line(Language.ENGLISH))
                    .allMatch(line -> line.startsWith("the cosignature of "))
                    .anyMatch(line -> line.startsWith("the cosignature of 700 by x: "))
                    .anyMatch(line -> line.startsWith("the cosignature of 700 by nobody: "))
                    .anyMatch(line -> line.startsWith("the cosignature of no size by y: "))
                    .anyMatch(line -> line.startsWith("the cosignature of no size by nobody: "));
        } finally {
            ledger.tamper("DELETE FROM ledger_cosignature WHERE line IS NULL OR line = 'garbage'");
            execute("ALTER TABLE ledger_cosignature ADD PRIMARY KEY (size, witness)");
            execute("ALTER TABLE ledger_cosignature ALTER COLUMN line SET NOT NULL");
        }
    }

    @ParameterizedTest
    @CsvSource({"450, 450", "-5, -5", "9223372036854775807, 9223372036854775807", "NULL, no size"})
    void whatWasNeverSignedIsPublished(String size, String named) throws SQLException {
        execute("ALTER TABLE ledger_publication DROP CONSTRAINT ledger_publication_pkey");
        execute("ALTER TABLE ledger_publication ALTER COLUMN size DROP NOT NULL");
        try {
            ledger.tamper("INSERT INTO ledger_publication (size) VALUES (%s)".formatted(size));

            assertThat(verify().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.line(Language.ENGLISH))
                        .isEqualTo("the publication of %s: there is no checkpoint of that size", named);
                assertThat(numbers(finding.line(Language.CHINESE))).isEqualTo(numbers(finding.line(Language.ENGLISH)));
            });
        } finally {
            ledger.tamper("DELETE FROM ledger_publication WHERE size <> 700 OR size IS NULL");
            execute("ALTER TABLE ledger_publication ADD PRIMARY KEY (size)");
        }
    }

    /** The owner of the table can also drop its constraints. */
    @ParameterizedTest
    @CsvSource({
        "-5, the checkpoint of -5",
        "-9223372036854775808, the checkpoint of -9223372036854775808",
        "NULL, the checkpoint of no size"
    })
    void aCheckpointIsPutWhereNoLedgerIs(String size, String named) throws SQLException {
        execute("ALTER TABLE ledger_checkpoint DROP CONSTRAINT ledger_checkpoint_size_check");
        execute("ALTER TABLE ledger_checkpoint DROP CONSTRAINT ledger_checkpoint_pkey CASCADE");
        execute("ALTER TABLE ledger_checkpoint ALTER COLUMN size DROP NOT NULL");
        try {
            ledger.tamper("INSERT INTO ledger_checkpoint (size, note) VALUES (%s, '%s')".formatted(size, noteOf(700)));

            assertThat(verify().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.line(Language.ENGLISH)).startsWith(named + ": ");
                assertThat(numbers(finding.line(Language.CHINESE))).isEqualTo(numbers(finding.line(Language.ENGLISH)));
            });
        } finally {
            ledger.tamper("DELETE FROM ledger_checkpoint WHERE size < 0 OR size IS NULL");
            execute("ALTER TABLE ledger_checkpoint ADD PRIMARY KEY (size)");
            execute("ALTER TABLE ledger_checkpoint ADD CHECK (size >= 0)");
            execute("ALTER TABLE ledger_cosignature ADD FOREIGN KEY (size) REFERENCES ledger_checkpoint (size)");
            execute("ALTER TABLE ledger_publication ADD FOREIGN KEY (size) REFERENCES ledger_checkpoint (size)");
        }
    }

    @ParameterizedTest
    @CsvSource({"payload", "metadata"})
    void theContentIsMadeGarbage(String column) throws SQLException {
        var event = event(800);
        ledger.tamper("UPDATE ledger_event SET %s = '\\xff00ff' WHERE position = 800".formatted(column));

        assertFound(new Altered(event, Part.CONTENT));
    }

    /** The owner of the tables can also drop their constraints. */
    @ParameterizedTest
    @CsvSource({
        "ledger_event, stream_id",
        "ledger_event, sequence",
        "ledger_event, event_id",
        "ledger_event, type",
        "ledger_event, payload",
        "ledger_event, metadata",
        "ledger_event, salt",
        "ledger_event, stream_pseudonym",
        "ledger_event, leaf_hash",
        "ledger_event, recorded_at",
        "ledger_node, hash",
        "ledger_checkpoint, note",
        "ledger_cosignature, line",
        "ledger_log_key, vkey",
        "ledger_head, size",
        "ledger_head, root",
        "ledger_head, frontier",
        "idempotency_key, stream_id",
        "idempotency_key, first_position",
        "idempotency_key, last_position",
    })
    void nothingIsLeftInAColumn(String table, String column) throws SQLException {
        execute("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL".formatted(table, column));
        try {
            ledger.tamper("UPDATE %s SET %s = NULL".formatted(table, column)
                    + ("ledger_event".equals(table) ? " WHERE position = 305" : ""));

            assertThat(verify().findings())
                    .isNotEmpty()
                    .allSatisfy(finding ->
                            assertThat(finding.line(Language.ENGLISH)).doesNotContainPattern("\\p{Cntrl}"))
                    .allSatisfy(finding ->
                            assertThat(finding.line(Language.CHINESE)).doesNotContainPattern("\\p{Cntrl}"));
        } finally {
            ledger.tamper(
                    "ledger_head".equals(table)
                            ? "UPDATE ledger_head SET size = 0, root = sha256(''), frontier = ''"
                            : "DELETE FROM %s WHERE %s IS NULL".formatted(table, column));
            execute("ALTER TABLE %s ALTER COLUMN %s SET NOT NULL".formatted(table, column));
        }
    }

    @Test
    void theHeadIsTakenAway() throws SQLException {
        ledger.tamper("DELETE FROM ledger_head");
        try {
            assertFound(new HeadDiffers.Missing());
        } finally {
            ledger.tamper("INSERT INTO ledger_head (size, root, frontier) VALUES (0, sha256(''), '')");
        }
    }

    @Test
    void theHeadIsSetBeforeTheBeginning() throws SQLException {
        ledger.tamper("UPDATE ledger_head SET size = -5");

        assertThat(verify().findings())
                .contains(new BeyondHead(0, 820), new RolledBack(new Source.Checkpoint(801L), 801, 0));
    }

    @Test
    void aRowIsPutAtTheLastPositionThereCanBe() throws SQLException {
        ledger.tamper(
                "INSERT INTO ledger_event SELECT 9223372036854775807, 'note-forged', stream_type, 0, event_id, type,"
                        + " revision, payload, metadata, salt, stream_pseudonym, leaf_hash, recorded_at, occurred_at"
                        + " FROM ledger_event WHERE position = 801");

        assertFound(new BeyondHead(821, Long.MAX_VALUE));
    }

    @Test
    void anotherHistoryIsSignedToo() throws SQLException {
        var forged = SIGNER.sign(new Checkpoint("log.example", 450, TreeHash.ofLeaf(new byte[0])).text());
        ledger.tamper("INSERT INTO ledger_checkpoint (size, note) VALUES (450, '%s')".formatted(forged));

        assertFound(new Forked(new Source.Checkpoint(450L)));
    }

    @Test
    void anOlderCopyOfTheDatabaseIsPutBack() throws SQLException {
        var yesterday = checkpoints.latest().orElseThrow();
        putBack(700);
        assertThat(verify().findings()).as("nothing inside tells").isEmpty();

        assertThat(verify(yesterday).findings()).containsExactly(new RolledBack(YESTERDAY, 801, 700));
    }

    @Test
    void anOlderCopyIsPutBackAndGoneOnWith() throws SQLException {
        var yesterday = checkpoints.latest().orElseThrow();
        putBack(700);
        try (var again = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                .build()) {
            again.appendEvents(several("note-other", 0, 200));
        }
        checkpoints.publish();

        assertThat(verify().findings()).as("nothing inside tells").isEmpty();
        assertThat(verify(yesterday).findings()).containsExactly(new Forked(YESTERDAY));
    }

    @Test
    void aCheckpointKeptOutsideIsContinued() {
        var yesterday = checkpoints.latest().orElseThrow();
        engine.appendEvents(several("note-more", 0, 300));

        assertThat(verify(yesterday).findings()).isEmpty();
        assertThat(verify(NewSigner.log("log.example").sign(yesterday.text())).findings())
                .containsExactly(
                        new CheckpointUnsound.Unsigned(YESTERDAY, new KeyFlaw.Unsigned(801, SIGNER.verifier())));
    }

    @Test
    void everyFindingIsOneLineInBothLanguages() throws SQLException {
        ledger.tamper("DELETE FROM ledger_event WHERE position = 150");
        ledger.tamper("UPDATE ledger_event SET payload = '{}' WHERE position = 400");
        ledger.tamper("UPDATE ledger_head SET size = 822");

        assertThat(verify().findings())
                .hasSizeGreaterThan(2)
                .allSatisfy(finding ->
                        assertThat(finding.line(Language.ENGLISH)).isNotBlank().doesNotContain("\n"))
                .allSatisfy(finding ->
                        assertThat(finding.line(Language.CHINESE)).isNotBlank().containsPattern("[一-龥]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET payload = '{}' WHERE position = 0",
                "UPDATE ledger_event SET payload = '{}' WHERE position = 359",
                "UPDATE ledger_event SET leaf_hash = sha256('other') WHERE position = 305",
                "UPDATE ledger_event SET stream_pseudonym = sha256('other') WHERE position = 7",
                "UPDATE ledger_event SET sequence = 12 WHERE position = 359",
                "UPDATE ledger_event SET position = 821 WHERE position = 405",
                "UPDATE ledger_head SET size = 800",
                "UPDATE ledger_head SET root = sha256('other')",
                "UPDATE ledger_node SET hash = sha256('other') WHERE index = 1",
                "UPDATE idempotency_key SET last_position = 900",
                "DELETE FROM ledger_event WHERE position = 150",
                "DELETE FROM ledger_event WHERE position BETWEEN 320 AND 329",
            })
    void bothLanguagesNameTheSameNumbers(String tampering) throws SQLException {
        ledger.tamper(tampering);

        assertThat(verify().findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(numbers(finding.line(Language.CHINESE)))
                        .as(finding.line(Language.ENGLISH) + " / " + finding.line(Language.CHINESE))
                        .containsExactlyInAnyOrderElementsOf(numbers(finding.line(Language.ENGLISH))));
    }

    private static List<String> numbers(String line) {
        return Pattern.compile("[0-9]+")
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private void assertFound(Finding... findings) {
        assertThat(verify().findings()).containsExactlyInAnyOrder(findings);
    }

    private Verification verify() {
        return verifier().verify(Trust.in(SIGNER.verifier()), (_, _) -> {});
    }

    private Verification verify(SignedNote yesterday) {
        return verifier()
                .verify(
                        new Trust(List.of(SIGNER.verifier()), List.of(new Trust.Kept("yesterday.txt", yesterday))),
                        (_, _) -> {});
    }

    private LedgerVerifier verifier() {
        return new LedgerVerifier(ledger.application(), "default");
    }

    private List<SignedNote> notes() throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("SELECT note FROM ledger_checkpoint");
                var row = query.executeQuery()) {
            var notes = new ArrayList<SignedNote>();
            while (row.next()) {
                notes.add(SignedNote.parse(row.getString(1)));
            }
            return notes;
        }
    }

    private SignedNote noteOf(long size) throws SQLException {
        return notes().stream()
                .filter(note -> Checkpoint.parse(note.text()).size() == size)
                .findFirst()
                .orElseThrow();
    }

    private static String line(SignedNote.Signature signature) {
        return signature.line().strip();
    }

    private static SignedNote.Signature inTheNameOf(NoteSigner claimed, NoteSigner signing, String text) {
        return new SignedNote.Signature(
                claimed.verifier().name(),
                claimed.verifier().id(),
                signing.signature(text, Instant.now()).signature());
    }

    private String lastKey() throws SQLException {
        return one("SELECT max(number) FROM ledger_log_key");
    }

    private String one(String sql) throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private EventName event(long position) throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement(
                        "SELECT stream_id, sequence, type FROM ledger_event WHERE position = " + position);
                var row = query.executeQuery()) {
            row.next();
            return new EventName(position, row.getString(1), row.getLong(2), row.getString(3));
        }
    }

    /** Replaces an event's content together with its leaf hash, as a skilled attacker could. */
    private void replace(long position) throws SQLException {
        ledger.tamper("UPDATE ledger_event SET payload = convert_to('{\"text\":\"other\"}', 'UTF8') WHERE position = "
                + position);
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("""
                        SELECT event.*, previous.leaf_hash AS previous_leaf FROM ledger_event AS event
                        LEFT JOIN ledger_event AS previous
                            ON previous.stream_id = event.stream_id AND previous.sequence = event.sequence - 1
                        WHERE event.position = %d""".formatted(position));
                var row = query.executeQuery()) {
            row.next();
            var leaf = LeafTemplate.of(
                            "default",
                            row.getString("stream_type"),
                            row.getLong("sequence"),
                            row.getString("event_id"),
                            row.getString("type"),
                            row.getString("revision"),
                            instant(row.getTimestamp("occurred_at")),
                            row.getTimestamp("recorded_at").toInstant(),
                            PendingEvent.Commitment.of(
                                    row.getBytes("salt"), row.getBytes("payload"), row.getBytes("metadata")))
                    .hash(Sha256.digest(), row.getBytes("stream_pseudonym"), row.getBytes("previous_leaf"), position);
            ledger.tamper("UPDATE ledger_event SET leaf_hash = '\\x%s' WHERE position = %d"
                    .formatted(HexFormat.of().formatHex(leaf), position));
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Restores the database to the state with this many events. */
    private void putBack(long size) throws SQLException {
        var frontier = MerkleFrontier.empty();
        for (long position = 0; position < size; position++) {
            frontier.append(log.full(0, position).bytes());
        }
        ledger.tamper("DELETE FROM ledger_event WHERE position >= " + size);
        ledger.tamper("DELETE FROM ledger_node WHERE (index + 1) * 256 > " + size);
        ledger.tamper("DELETE FROM ledger_checkpoint WHERE size > " + size);
        ledger.tamper("DELETE FROM idempotency_key WHERE last_position >= " + size);
        var hex = HexFormat.of();
        ledger.tamper("UPDATE ledger_head SET size = %d, root = '\\x%s', frontier = '\\x%s'"
                .formatted(size, hex.formatHex(frontier.root()), hex.formatHex(frontier.toBytes())));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = ledger.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
