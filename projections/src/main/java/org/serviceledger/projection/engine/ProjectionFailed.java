package org.serviceledger.projection.engine;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** A read model could not take an event in. */
final class ProjectionFailed extends RuntimeException {

    private final long position;
    private final @Nullable String eventId;

    ProjectionFailed(String message, long position, @Nullable String eventId, @Nullable Throwable cause) {
        super(message, cause);
        this.position = position;
        this.eventId = eventId;
    }

    static ProjectionFailed at(RecordedEvent event, RuntimeException cause) {
        var reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ProjectionFailed(
                "%s at position %d: %s".formatted(event.payload().getClass().getSimpleName(), event.position(), reason),
                event.position(),
                event.eventId(),
                cause);
    }

    /** An event whose stored form cannot be read, or whose name nobody knows. */
    static ProjectionFailed unreadable(EventMessage<?> message, RuntimeException cause) {
        var position = RecordedEvent.positionOf(message);
        return new ProjectionFailed(
                "the event at position %d cannot be read: %s".formatted(position, cause.getMessage()),
                position,
                message.getIdentifier(),
                cause);
    }

    long position() {
        return position;
    }

    @Nullable String eventId() {
        return eventId;
    }
}
