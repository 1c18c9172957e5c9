package org.serviceledger.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Creates the events that these tests append. */
public final class Appends {

    public static final String TYPE = "Note";

    private Appends() {}

    public static DomainEventMessage<?> written(String stream, long sequence, String text) {
        return written(stream, sequence, text, Map.of());
    }

    public static DomainEventMessage<?> written(String stream, long sequence, String text, Map<String, ?> metadata) {
        return new GenericDomainEventMessage<>(TYPE, stream, sequence, new Note.Written(text), MetaData.from(metadata));
    }

    public static DomainEventMessage<?> writtenAt(Instant timestamp, String stream, long sequence, String text) {
        return new GenericDomainEventMessage<>(
                TYPE,
                stream,
                sequence,
                new Note.Written(text),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                timestamp);
    }

    public static DomainEventMessage<?>[] several(String stream, long first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> written(stream, first + i, "note " + (first + i)))
                .toArray(DomainEventMessage<?>[]::new);
    }

    public static String stream() {
        return "note-" + UUID.randomUUID();
    }
}
