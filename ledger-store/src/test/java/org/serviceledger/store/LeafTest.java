package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;
import static org.serviceledger.store.Appends.writtenAt;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.verify.Finding.ClockSetBack;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Trust;

class LeafTest {

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
                .isEqualTo(RebuiltLeaves.leafHash(leaf.json(new byte[] {(byte) 0xab}, null, 12)));
    }

    @Test
    void writesTimesAsTheyWriteThemselves() {
        var random = new Random(1);
        var some = Stream.of(
                "-4713-11-24T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-02-29T00:00:00Z",
                "1969-12-31T23:59:00Z",
                "2026-07-01T04:00:00Z",
                "2026-07-01T04:00:01Z",
                "2026-07-01T04:00:00.000001Z",
                "+10000-01-01T00:00:00Z",
                "+10000-01-01T00:00:01Z",
                "+294276-12-31T23:59:59.999999Z");
        var drawn = Stream.generate(() ->
                        Instant.ofEpochSecond(random.nextLong(-1L << 33, 1L << 33), 1_000L * random.nextInt(1_000_000)))
                .limit(10_000);

        assertThat(Stream.concat(some.map(Instant::parse), drawn))
                .allSatisfy(time -> assertThat(LeafTemplate.text(time)).isEqualTo(time.toString()));
    }

    @Test
    void followsFromTheRowAndSealsIt() throws SQLException {
        var one = stream();
        engine.appendEvents(several(one, 0, 3));
        engine.appendEvents(
                written(stream(), 0, "with a time of its own", Map.of("occurredAt", "2026-06-30T16:00:00.123456789Z")));
        engine.appendEvents(written(one, 3, "later"));

        assertThat(RebuiltLeaves.mustSeal(ledger.application(), "rudong").size())
                .isEqualTo(5);
    }

    @Test
    void followsFromTheRowsAlsoWhenTheyCameInByTheThousand() throws SQLException {
        var one = stream();
        var events = new ArrayList<EventMessage<?>>(List.of(several(one, 0, 1_000)));
        events.add(written(stream(), 0, "larger than what is sent at once".repeat(2_000)));
        events.add(written(stream(), 0, "带中文的记录", Map.of("occurredAt", "1969-12-31T23:59:59.999999Z")));
        engine.appendEvents(events);
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(several(one, 1, 900)));
        engine.appendEvents(several(one, 1_000, 300));

        assertThat(RebuiltLeaves.mustSeal(ledger.application(), "rudong").size())
                .isEqualTo(1_302);
        try (var stored = engine.readEvents(null, false)) {
            assertThat(stored.skip(1_001).findFirst().orElseThrow().getPayload())
                    .isEqualTo(new Note.Written("带中文的记录"));
        }
    }

    @Test
    void manyEventsThatAreInTheWayOfAnotherProcessAreRefusedWhole() throws SQLException {
        var one = stream();
        try (var elsewhere = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                .tenant("rudong")
                .build()) {
            engine.appendEvents(written(stream(), 0, "so that the head is known here"));
            elsewhere.appendEvents(written(one, 0, "quicker"));
            assertThatExceptionOfType(AggregateStreamCreationException.class)
                    .isThrownBy(() -> engine.appendEvents(several(one, 0, 500)));
            engine.appendEvents(several(one, 1, 500));
        }

        assertThat(RebuiltLeaves.mustSeal(ledger.application(), "rudong").size())
                .isEqualTo(502);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+294277-01-01T00:00:00Z",
                "-4713-11-23T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
            })
    void aTimeTheDatabaseCannotHoldIsRefusedBeforeAnythingIsStored(String text) {
        var time = Instant.parse(text);
        for (var happened : List.of(text, time)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.appendEvents(
                            written(stream(), 0, "before it"),
                            written(stream(), 0, "x", Map.of("occurredAt", happened))))
                    .withMessageContaining("occurredAt")
                    .withMessageContaining(text)
                    .withMessageContaining("-4713-11-24T00:00:00Z")
                    .withMessageContaining("+294276-12-31T23:59:59.999999Z");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.appendEvents(writtenAt(time, stream(), 0, "x")))
                .withMessageContaining(text);
        assertThat(new LedgerHeads(ledger.application()).current().size()).isZero();
        engine.appendEvents(written(stream(), 0, "goes on"));
    }

    /** The three counts are stored in three ways: a single insert, an insert of arrays, and {@code COPY}. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300})
    void everyTimeIsKeptToTheMicrosecond(int together) throws SQLException {
        var times = Stream.of(
                        "-4713-11-24T00:00:00Z",
                        "-0044-03-15T11:59:59.999999Z",
                        "0000-02-29T00:00:00.000001Z",
                        "1582-10-10T12:00:00.000003Z",
                        "1600-01-01T00:00:00.000007Z",
                        "1677-09-21T00:12:43.145225Z",
                        "1969-12-31T23:59:59.999999Z",
                        "2500-01-01T00:00:00.123457Z",
                        "+100000-06-30T16:00:00.987653Z",
                        "+294276-12-31T23:59:59.999999Z")
                .map(Instant::parse)
                .toList();
        for (int first = 0; first < Math.max(together, times.size()); first += together) {
            engine.appendEvents(IntStream.range(first, first + together)
                    .mapToObj(i -> happenedAt(times.get(i % times.size())))
                    .toList());
        }

        var micros = times.stream()
                .map(time -> BigDecimal.valueOf(time.getEpochSecond() - 946_684_800)
                        .movePointRight(6)
                        .add(BigDecimal.valueOf(time.getNano() / 1000))
                        .setScale(0))
                .toList();
        assertThat(stored("recorded_at")).hasSize(Math.max(together, 10)).isSubsetOf(micros);
        assertThat(stored("recorded_at").subList(0, 10)).isEqualTo(micros);
        assertThat(stored("occurred_at").subList(0, 10)).isEqualTo(micros);
        try (var events = engine.readEvents(null, false)) {
            assertThat(events.limit(10).map(EventMessage::getTimestamp)).isEqualTo(times);
        }
        var log = new PublishedLog(ledger.application(), "rudong");
        for (int i = 0; i < times.size(); i++) {
            assertThat(log.entry(i)).hasValueSatisfying(contains(times.get(i)));
        }
        assertThat(new LedgerVerifier(ledger.application(), "rudong")
                        .verify(new Trust(List.of(), List.of()), (_, _) -> {})
                        .findings())
                .as("but for what the times themselves say: they were drawn in no order")
                .allMatch(ClockSetBack.class::isInstance);
    }

    private static ThrowingConsumer<String> contains(Instant time) {
        return entry -> assertThat(entry)
                .contains("\"occurredAt\":\"%s\"".formatted(time))
                .contains("\"recordedAt\":\"%s\"".formatted(time));
    }

    private static EventMessage<?> happenedAt(Instant time) {
        return new GenericDomainEventMessage<>(
                Appends.TYPE,
                stream(),
                0,
                new Note.Written("long ago or yet to come"),
                MetaData.with("occurredAt", time.toString()),
                UUID.randomUUID().toString(),
                time);
    }

    /** The stored times in microseconds since 2000-01-01. */
    private List<BigDecimal> stored(String column) throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement(
                        "SELECT (extract(epoch FROM %s - timestamptz '2000-01-01 00:00Z') * 1000000)::numeric(30, 0) FROM ledger_event ORDER BY position"
                                .formatted(column));
                var row = query.executeQuery()) {
            var stored = new ArrayList<BigDecimal>();
            while (row.next()) {
                stored.add(row.getBigDecimal(1));
            }
            return stored;
        }
    }
}
