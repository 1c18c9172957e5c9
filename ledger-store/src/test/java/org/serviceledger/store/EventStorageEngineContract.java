package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;
import static org.serviceledger.store.Appends.writtenAt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of an event storage engine of this ledger. Subclasses supply an engine on an empty ledger. */
@Timeout(60)
abstract class EventStorageEngineContract {

    abstract EventStorageEngine engine();

    @Nested
    class AStream {

        @Test
        void isReadBackAsItWasAppended() {
            var stream = stream();
            var event = written(stream, 0, "窗口人员已到岗 — “中午不断岗” 🏮", Map.of("who", "张三", "n", "1"));

            engine().appendEvents(event);

            assertThat(eventsOf(stream)).singleElement().satisfies(read -> {
                assertThat(read.getPayload()).isEqualTo(event.getPayload());
                assertThat(read.getMetaData()).isEqualTo(event.getMetaData());
                assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
                assertThat(read.getTimestamp()).isEqualTo(event.getTimestamp().truncatedTo(ChronoUnit.MICROS));
                assertThat(read.getAggregateIdentifier()).isEqualTo(stream);
                assertThat(read.getType()).isEqualTo(Appends.TYPE);
                assertThat(read.getSequenceNumber()).isZero();
            });
        }

        @Test
        void isReadFromAnySequenceOn() {
            var stream = stream();
            engine().appendEvents(several(stream, 0, 5));

            assertThat(eventsOf(stream, 3))
                    .extracting(DomainEventMessage::getSequenceNumber)
                    .containsExactly(3L, 4L);
            assertThat(eventsOf(stream, 5)).isEmpty();
        }

        @Test
        void longerThanABatchIsReadWhole() {
            var stream = stream();
            engine().appendEvents(several(stream, 0, 100));
            engine().appendEvents(several(stream, 100, 137));

            assertThat(eventsOf(stream))
                    .extracting(DomainEventMessage::getSequenceNumber)
                    .isEqualTo(LongStream.range(0, 237).boxed().toList());
        }

        @Test
        void thatWasNeverWrittenIsEmpty() {
            assertThat(eventsOf(stream())).isEmpty();
            assertThat(engine().lastSequenceNumberFor(stream())).isEmpty();
            assertThat(engine().readSnapshot(stream())).isEmpty();
        }

        @Test
        void knowsItsLastSequence() {
            var stream = stream();
            engine().appendEvents(several(stream, 0, 4));

            assertThat(engine().lastSequenceNumberFor(stream)).contains(3L);
            var events = engine().readEvents(stream);
            events.forEachRemaining(_ -> {});
            assertThat(events.getLastSequenceNumber()).isEqualTo(3L);
        }

        @Test
        void holdsLargePayloads() {
            var stream = stream();
            var text = "台".repeat(1_000_000);

            engine().appendEvents(written(stream, 0, text));

            assertThat(payloads(eventsOf(stream))).containsExactly(new Note.Written(text));
        }
    }

    @Nested
    class AnAppend {

        @Test
        void ofNothingDoesNothing() {
            engine().appendEvents(List.of());

            assertThat(all()).isEmpty();
        }

        @Test
        void storesAllOrNothing() {
            var stream = stream();
            engine().appendEvents(several(stream, 0, 2));
            var other = stream();

            assertThatExceptionOfType(ConcurrencyException.class)
                    .isThrownBy(() ->
                            engine().appendEvents(written(other, 0, "with it"), written(stream, 1, "taken already")));

            assertThat(eventsOf(other)).isEmpty();
            assertThat(all()).hasSize(2);
        }

        @Test
        void thatIsRefusedLeavesItsStreamsAsTheyWere() {
            var stream = stream();
            engine().appendEvents(several(stream, 0, 2));
            var other = stream();

            for (int time = 0; time < 2; time++) {
                assertThatExceptionOfType(ConcurrencyException.class)
                        .isThrownBy(() -> engine().appendEvents(
                                        written(other, 0, "one"),
                                        written(stream, 2, "two"),
                                        written(stream, 3, "three"),
                                        written(stream, 1, "taken already")));
            }

            engine().appendEvents(written(other, 0, "one"), written(stream, 2, "two"));
            assertThat(eventsOf(other)).hasSize(1);
            assertThat(eventsOf(stream)).hasSize(3);
        }

        @Test
        void ofASequenceThatIsTakenIsAConflict() {
            var stream = stream();
            engine().appendEvents(several(stream, 0, 2));

            assertThatExceptionOfType(ConcurrencyException.class)
                    .isThrownBy(() -> engine().appendEvents(written(stream, 1, "too late")));
            assertThat(eventsOf(stream)).hasSize(2);
        }

        @Test
        void ofAFirstEventThatIsTakenSaysThatTheStreamExists() {
            var stream = stream();
            engine().appendEvents(written(stream, 0, "first"));

            assertThatExceptionOfType(AggregateStreamCreationException.class)
                    .isThrownBy(() -> engine().appendEvents(written(stream, 0, "first again")));
        }

        @Test
        void mayTouchSeveralStreamsAndEventsWithoutOne() {
            var one = stream();
            var other = stream();
            EventMessage<?> loose = GenericEventMessage.asEventMessage(new Note.Written("belongs to nobody"));

            engine().appendEvents(List.of(written(one, 0, "a"), loose, written(other, 0, "b"), written(one, 1, "c")));

            assertThat(payloads(all()))
                    .containsExactly(
                            new Note.Written("a"),
                            new Note.Written("belongs to nobody"),
                            new Note.Written("b"),
                            new Note.Written("c"));
            assertThat(all().get(1)).isNotInstanceOf(DomainEventMessage.class);
        }

        @Test
        void thatFailsLeavesTheNextOnesAlone() {
            var stream = stream();
            engine().appendEvents(written(stream, 0, "first"));

            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> engine().appendEvents(written("nul \0 in the id", 0, "cannot be stored")));
            engine().appendEvents(written(stream, 1, "second"));

            assertThat(positions(all())).containsExactly(0L, 1L);
        }
    }

    @Nested
    class TheLedger {

        @Test
        void givesPositionsFromZeroWithoutGaps() {
            engine().appendEvents(several(stream(), 0, 3));
            engine().appendEvents(several(stream(), 0, 2));

            assertThat(positions(all())).containsExactly(0L, 1L, 2L, 3L, 4L);
        }

        @Test
        void isReadOnFromAToken() {
            engine().appendEvents(several(stream(), 0, 5));
            var third = all().get(2).trackingToken();

            assertThat(positions(after(third))).containsExactly(3L, 4L);
        }

        @Test
        void isReadInBatches() {
            for (int i = 0; i < 5; i++) {
                engine().appendEvents(several(stream(), 0, 50));
            }

            assertThat(positions(all()))
                    .isEqualTo(LongStream.range(0, 250).boxed().toList());
        }

        @Test
        void marksItsTailAndItsHead() {
            engine().appendEvents(several(stream(), 0, 3));
            @Nullable TrackingToken head = engine().createHeadToken();
            engine().appendEvents(several(stream(), 0, 1));

            assertThat(positions(after(engine().createTailToken()))).containsExactly(0L, 1L, 2L, 3L);
            assertThat(positions(after(head))).containsExactly(3L);
        }

        @Test
        void thatIsEmptyHasNoHead() {
            assertThat(positions(after(engine().createHeadToken()))).isEmpty();
            engine().appendEvents(several(stream(), 0, 1));
        }

        @Test
        void marksATime() {
            var noon = Instant.parse("2026-07-01T04:00:00Z");
            for (int i = 0; i < 4; i++) {
                engine().appendEvents(writtenAt(noon.plusSeconds(i), stream(), 0, "at noon + " + i));
            }

            assertThat(positions(after(engine().createTokenAt(noon.plusSeconds(2)))))
                    .containsExactly(2L, 3L);
            assertThat(positions(after(engine().createTokenAt(noon.minusSeconds(1)))))
                    .containsExactly(0L, 1L, 2L, 3L);
            assertThat(positions(after(engine().createTokenAt(noon.plusSeconds(9)))))
                    .isEmpty();
        }

        @Test
        void wakesAReaderThatWaitsAtItsEnd() throws Exception {
            engine().appendEvents(several(stream(), 0, 1));
            var seen = new CountDownLatch(3);
            var events = engine().readEvents(null, true);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var tailing = threads.submit(() -> events.forEach(_ -> seen.countDown()));
                engine().appendEvents(several(stream(), 0, 2));

                assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
                events.close();
                tailing.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Nested
    class ManyWriters {

        private static final int WRITERS = 64;
        private static final int STREAMS = 8;
        private static final int TRIES = 25;

        @Test
        void onHotStreamsEachGetTheirOwnAnswer() throws Exception {
            var streams = IntStream.range(0, STREAMS).mapToObj(_ -> stream()).toList();
            streams.forEach(stream -> engine().appendEvents(written(stream, 0, "begun")));
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            var conflicts = new AtomicInteger();

            inParallel(WRITERS, writer -> {
                for (int i = 0; i < TRIES; i++) {
                    var stream = streams.get((writer + i) % STREAMS);
                    var event = written(
                            stream, engine().lastSequenceNumberFor(stream).orElseThrow() + 1, "by " + writer);
                    try {
                        engine().appendEvents(event);
                        acknowledged.add(event.getIdentifier());
                    } catch (ConcurrencyException e) {
                        conflicts.incrementAndGet();
                    }
                }
            });

            assertThat(acknowledged.size() + conflicts.get()).isEqualTo(WRITERS * TRIES);
            var stored = all().subList(STREAMS, all().size());
            assertThat(stored)
                    .extracting(EventMessage::getIdentifier)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            assertGapless();
            for (var stream : streams) {
                var sequences = eventsOf(stream).stream()
                        .map(DomainEventMessage::getSequenceNumber)
                        .toList();
                assertThat(sequences)
                        .isEqualTo(LongStream.range(0, sequences.size()).boxed().toList());
            }
            assertThat(conflicts.get()).as("the streams were hot").isPositive();
        }

        @Test
        void onStreamsOfTheirOwnAllSucceed() throws Exception {
            inParallel(WRITERS, _ -> {
                var stream = stream();
                for (int i = 0; i < 10; i++) {
                    engine().appendEvents(several(stream, i * 2L, 2));
                }
            });

            assertThat(all()).hasSize(WRITERS * 20);
            assertGapless();
        }

        private void assertGapless() {
            var stored = all();
            assertThat(positions(stored))
                    .isEqualTo(LongStream.range(0, stored.size()).boxed().toList());
        }

        private static void inParallel(int writers, Writer work) throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = IntStream.range(0, writers)
                        .mapToObj(writer -> threads.submit(() -> {
                            work.write(writer);
                            return writer;
                        }))
                        .toList();
                for (var one : running) {
                    one.get(Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }

        private interface Writer {
            void write(int writer) throws Exception;
        }
    }

    List<? extends DomainEventMessage<?>> eventsOf(String stream) {
        return eventsOf(stream, 0);
    }

    List<? extends DomainEventMessage<?>> eventsOf(String stream, long from) {
        return engine().readEvents(stream, from).asStream().toList();
    }

    List<TrackedEventMessage<?>> all() {
        return after(null);
    }

    List<TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        try (var events = engine().readEvents(token, false)) {
            return new ArrayList<>(events.toList());
        }
    }

    static List<Object> payloads(List<? extends EventMessage<?>> events) {
        return events.stream().map(event -> (Object) event.getPayload()).toList();
    }

    static List<Long> positions(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event ->
                        Objects.requireNonNull(event.trackingToken()).position().orElseThrow())
                .toList();
    }
}
