package org.serviceledger.command.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.command.Examples.*;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.fixtures.ItemEvents;

class StreamFoldTest {

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final AtomicInteger folded = new AtomicInteger();
    private final StreamFold<Integer, ItemEvent> counts = new StreamFold<>(
            EmbeddedEventStore.builder().storageEngine(engine).build(), ItemEvent.class, 0, (count, _) -> {
                folded.incrementAndGet();
                return count + 1;
            });

    @Test
    void ofNothingIsTheInitialState() {
        assertThat(counts.of(ITEM)).isZero();
    }

    @Test
    void seesAtOnceWhatAnotherNodeAppended() {
        append(0);
        assertThat(counts.of(ITEM)).isEqualTo(1);
        append(1);
        append(2);
        assertThat(counts.of(ITEM)).isEqualTo(3);
    }

    @Test
    void foldsEveryEventOnce() {
        append(0);
        counts.of(ITEM);
        append(1);
        counts.of(ITEM);
        counts.of(ITEM);

        assertThat(folded).hasValue(2);
    }

    @Test
    void doesNotPassOverWhatDoesNotBelong() {
        engine.appendEvents(new GenericDomainEventMessage<>("Item", ITEM.value(), 0, "an event of another family"));

        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> counts.of(ITEM));
    }

    private void append(long sequence) {
        engine.appendEvents(new GenericDomainEventMessage<>(
                "Item",
                ITEM.value(),
                sequence,
                ItemEvents.resumed()
                        .of(ITEM)
                        .by(ADMIN)
                        .at(at("2024-01-02 08:00"))
                        .event()));
    }
}
