package org.serviceledger.projection.engine;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown if a read model cannot process an event, or if the engine cannot tell whether the read model is complete. */
final class ProjectionFailed extends RuntimeException {

    private final transient Message why;
    private final long position;
    private final @Nullable String eventId;

    ProjectionFailed(Message why, long position, @Nullable String eventId, @Nullable Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
        this.position = position;
        this.eventId = eventId;
    }

    static ProjectionFailed at(RecordedEvent event, RuntimeException cause) {
        return new ProjectionFailed(
                Message.of(
                        "read-model.failed-at",
                        "event",
                        event.payload().getClass().getSimpleName(),
                        "position",
                        event.position(),
                        "cause",
                        text(cause)),
                event.position(),
                event.eventId(),
                cause);
    }

    /** Returns the failure for an event whose stored form cannot be read or whose wire name is unknown. */
    static ProjectionFailed unreadable(EventMessage<?> message, RuntimeException cause) {
        var position = RecordedEvent.positionOf(message);
        return new ProjectionFailed(
                Message.of("read-model.event-unreadable", "position", position, "cause", text(cause)),
                position,
                message.getIdentifier(),
                cause);
    }

    /** Returns the reason for the operator of the read models. */
    static Message why(RuntimeException e) {
        return e instanceof ProjectionFailed failed ? failed.why : Message.of("read-model.failed", "cause", text(e));
    }

    private static String text(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    long position() {
        return position;
    }

    @Nullable String eventId() {
        return eventId;
    }
}
