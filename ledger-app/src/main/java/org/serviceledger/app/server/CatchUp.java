package org.serviceledger.app.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tracks how the read models catch up with the events recorded before the server began to answer. */
public final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration GLANCE = Duration.ofMillis(20);

    /**
     * Failures shorter than this are normal at a start: an index may become available a moment after the first request,
     * and the read model recovers.
     */
    private static final Duration SHORT = Duration.ofSeconds(15);

    private final Projections projections;
    private final LedgerHeads heads;
    private final Clock clock;
    private @Nullable Long last;
    private @Nullable RuntimeException unknown;
    private @Nullable Instant unknownSince;

    CatchUp(Projections projections, LedgerHeads heads, Clock clock) {
        this.projections = projections;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * Whether every read model shows those events. A read model without an index, as at the first start, builds one
     * first.
     */
    public synchronized boolean isDone() {
        try {
            var target = last == null ? heads.current().size() - 1 : last;
            last = target;
            var all = status();
            return !all.isEmpty()
                    && all.stream().allMatch(model -> model.state() == State.LIVE)
                    && projections.awaitPosition(names(all), target, GLANCE).reached();
        } catch (RuntimeException e) {
            LOG.debug("it cannot be told how far the read models are", e);
            return false; // PostgreSQL or Elasticsearch is unavailable
        }
    }

    /** Whether a read model has failed for longer than is normal at a start, or its state is unknown for as long. */
    public synchronized boolean fails() {
        var latest = clock.instant().minus(SHORT);
        var all = status();
        return unknownSince == null
                ? all.stream()
                        .map(ProjectionStatus::failure)
                        .anyMatch(failure -> failure != null && failure.since().isBefore(latest))
                : unknownSince.isBefore(latest);
    }

    /** A line for each read model that does not show everything. */
    public synchronized List<Message> missing() {
        var lines = status().stream()
                .filter(model -> model.state() != State.LIVE || model.lag() > 0)
                .map(CatchUp::line)
                .toList();
        return unknown == null
                ? lines
                : List.of(Message.of("console.serve.unknown-models", "reason", unknown.getMessage()));
    }

    private static Message line(ProjectionStatus model) {
        var failure = model.failure();
        return Message.of(
                "console.serve.model",
                "name",
                model.name(),
                "state",
                Message.of("console.status.state", "state", model.state()),
                "position",
                model.position(),
                "lag",
                model.lag(),
                "reason",
                failure == null ? null : failure.why());
    }

    private List<ProjectionStatus> status() {
        try {
            var all = projections.status();
            unknown = null;
            unknownSince = null;
            return all;
        } catch (RuntimeException e) {
            unknown = e;
            unknownSince = unknownSince == null ? clock.instant() : unknownSince;
            return List.of();
        }
    }

    private static Collection<String> names(List<ProjectionStatus> all) {
        return all.stream().map(ProjectionStatus::name).toList();
    }
}
