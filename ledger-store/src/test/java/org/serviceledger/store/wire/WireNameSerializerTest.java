package org.serviceledger.store.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.serviceledger.store.Appends;
import org.serviceledger.store.Note;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.TestLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WireNameSerializerTest {

    private final WireNameSerializer serializer = Note.serializer();

    @Test
    void storesUnderTheWireName() {
        var stored = serializer.serialize(new Note.Amended("台账", 3), String.class);

        assertThat(stored.getType().getName()).isEqualTo("note.amended");
        assertThat(stored.getType().getRevision()).isNull();
        assertThat(stored.getData()).doesNotContain("serviceledger").contains("台账");
        Object read = serializer.deserialize(stored);
        assertThat(read).isEqualTo(new Note.Amended("台账", 3));
    }

    @Test
    void keepsMetadata() {
        var metadata = MetaData.with("who", "张三").and("count", 3);

        Object read = serializer.deserialize(serializer.serialize(metadata, byte[].class));

        assertThat(read).isEqualTo(metadata);
    }

    @Test
    void doesNotReadPastANameItDoesNotKnow() {
        var stored = new SimpleSerializedObject<>("{}", String.class, "note.burnt", null);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.deserialize(stored))
                .withMessageContaining("note.burnt");
    }

    @Test
    void doesNotBuildAClassJustBecauseItIsNamed() {
        var stored = new SimpleSerializedObject<>("{}", String.class, Note.Written.class.getName(), null);

        assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> serializer.deserialize(stored));
    }

    @Test
    void doesNotStoreAClassWithoutAName() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize(new Note.Unnamed("x"), byte[].class))
                .withMessageContaining("no wire name");
    }

    @Test
    void namesAreUniqueAndGivenToAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireNames.of(Note.NAMES.keySet(), _ -> "same"))
                .withMessageContaining("both called same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireNames.of(List.of(Note.Unnamed.class), Note.NAMES::get))
                .withMessageContaining("no wire name");
    }

    /**
     * The old event {@code note.scribbled} had a string "body". The current event is {@code note.written} with a
     * "text".
     */
    @Test
    void oldFormsAreUpcast() {
        try (var ledger = TestLedger.empty()) {
            storeAnOldForm(ledger);
            try (var engine = PostgresEventStorageEngine.builder(ledger.application(), serializer)
                    .upcasters(new EventUpcasterChain(new ScribbledIsWritten()))
                    .build()) {
                assertThat(engine.readEvents("note-1").next().getPayload()).isEqualTo(new Note.Written("of old"));
                try (var all = engine.readEvents(null, false)) {
                    assertThat(all.findFirst().orElseThrow().getPayload()).isEqualTo(new Note.Written("of old"));
                }
            }
            try (var engine = PostgresEventStorageEngine.builder(ledger.application(), serializer)
                    .build()) {
                var withoutUpcaster = engine.readEvents("note-1");
                assertThatExceptionOfType(SerializationException.class)
                        .isThrownBy(() -> withoutUpcaster.next().getPayload())
                        .withMessageContaining("note.scribbled");
            }
        }
    }

    private record Scribbled(String body) {}

    private static void storeAnOldForm(TestLedger ledger) {
        var old = new WireNameSerializer(WireNames.of(List.of(Scribbled.class), _ -> "note.scribbled"));
        try (var engine =
                PostgresEventStorageEngine.builder(ledger.application(), old).build()) {
            engine.appendEvents(
                    new GenericDomainEventMessage<>(Appends.TYPE, "note-1", 0, new Scribbled("of old"), Map.of()));
        }
    }

    private static final class ScribbledIsWritten extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation stored) {
            return stored.getType().getName().equals("note.scribbled");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
            return stored.upcastPayload(new SimpleSerializedType("note.written", null), JsonNode.class, body -> {
                var written = (ObjectNode) body;
                written.set("text", written.remove("body"));
                return written;
            });
        }
    }
}
