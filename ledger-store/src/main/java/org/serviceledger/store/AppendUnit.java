package org.serviceledger.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The events that one unit of work appends: all of them or none. */
final class AppendUnit {

    private final List<PendingEvent> events;
    private final @Nullable String idempotencyKey;
    private final @Nullable String requestDigest;
    private final CompletableFuture<Positions> outcome = new CompletableFuture<>();

    AppendUnit(List<PendingEvent> events, @Nullable String idempotencyKey, @Nullable String requestDigest) {
        this.events = List.copyOf(events);
        this.idempotencyKey = idempotencyKey;
        this.requestDigest = requestDigest;
    }

    List<PendingEvent> events() {
        return events;
    }

    int bytes() {
        return events.stream().mapToInt(PendingEvent::bytes).sum();
    }

    PendingEvent first() {
        return events.getFirst();
    }

    @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    @Nullable String requestDigest() {
        return requestDigest;
    }

    CompletableFuture<Positions> outcome() {
        return outcome;
    }

    void stored(Positions positions) {
        outcome.complete(positions);
    }

    void failed(Throwable failure) {
        outcome.completeExceptionally(failure);
    }
}
