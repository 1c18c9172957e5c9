package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();
    private final IdempotencyKeys keys = new IdempotencyKeys(ledger.application());

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void aKeyIsKeptWithWhatItsRequestStored() {
        var stream = stream();
        engine.appendEvents(several(stream(), 0, 3));

        engine.appendEvents(under("desk/1", "digest", stream, 0), written(stream, 1, "and more"));

        assertThat(keys.find("desk/1")).hasValueSatisfying(receipt -> {
            assertThat(receipt.streamId()).isEqualTo(stream);
            assertThat(receipt.positions()).isEqualTo(new Positions(3, 4));
            assertThat(receipt.isFor("digest")).isTrue();
            assertThat(receipt.isFor("another request")).isFalse();
        });
        assertThat(keys.find("desk/2")).isEmpty();
    }

    @Test
    void aRepeatIsAnsweredWithTheFirstReceiptAndStoresNothing() {
        var stream = stream();
        engine.appendEvents(under("desk/1", "digest", stream, 0));

        assertThatExceptionOfType(IdempotencyKeyUsed.class)
                .isThrownBy(() -> engine.appendEvents(under("desk/1", "digest", stream, 1)))
                .satisfies(used -> assertThat(used.receipt().positions()).isEqualTo(new Positions(0, 0)));
        assertThat(engine.lastSequenceNumberFor(stream)).contains(0L);
    }

    @Test
    void aRepeatThatWouldAlsoConflictIsStillARepeat() {
        var stream = stream();
        engine.appendEvents(under("desk/1", "digest", stream, 0));

        assertThatExceptionOfType(IdempotencyKeyUsed.class)
                .isThrownBy(() -> engine.appendEvents(under("desk/1", "digest", stream, 0)));
    }

    @Test
    void aConflictUsesUpNoKey() {
        var stream = stream();
        engine.appendEvents(written(stream, 0, "first"));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> engine.appendEvents(under("desk/1", "digest", stream, 0)));
        engine.appendEvents(under("desk/1", "digest", stream, 1));

        assertThat(keys.find("desk/1")).isPresent();
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() throws Exception {
        var carriedOut = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> {
                        try {
                            engine.appendEvents(under("key " + i % 10, "digest", stream(), 0));
                            carriedOut.incrementAndGet();
                        } catch (IdempotencyKeyUsed used) {
                            assertThat(used.receipt().key()).isEqualTo("key " + i % 10);
                        }
                        return i;
                    }))
                    .toList();
            for (var request : requests) {
                request.get();
            }
        }

        assertThat(carriedOut).hasValue(10);
        assertThat(new LedgerHeads(ledger.application()).current().size()).isEqualTo(10);
    }

    @Test
    void aReceiptTellsWhereTheEventsAre() {
        engine.appendEvents(several(stream(), 0, 2));

        var receipt = AppendReceipt.capture(() -> {
            engine.appendEvents(several(stream(), 0, 3));
            engine.appendEvents(several(stream(), 0, 1));
            return "done";
        });
        var idle = AppendReceipt.capture(() -> "nothing to do");

        assertThat(receipt.result()).isEqualTo("done");
        assertThat(receipt.positions()).contains(new Positions(2, 5));
        assertThat(idle.positions()).isEmpty();
    }

    private static DomainEventMessage<?> under(String key, String digest, String stream, long sequence) {
        return written(
                stream,
                sequence,
                "under a key",
                Map.of(IdempotencyKeys.KEY, key, IdempotencyKeys.REQUEST_DIGEST, digest));
    }
}
