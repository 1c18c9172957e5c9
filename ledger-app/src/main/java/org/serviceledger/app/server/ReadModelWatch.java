package org.serviceledger.app.server;

import java.util.List;
import java.util.Optional;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.words.Message;

/** State of the read models as of the last seconds. Callers never wait for a server. */
final class ReadModelWatch implements AutoCloseable {

    private final BackgroundWatch<List<ProjectionStatus>> status;

    ReadModelWatch(Projections projections) {
        this.status = BackgroundWatch.begin("read-models", projections::status);
    }

    /** Returns the latest known state; empty before it is known. */
    List<ProjectionStatus> last() {
        return status.last().orElse(List.of());
    }

    /** What is the matter with them; empty if all get on. */
    Optional<Message> problem() {
        return status.problem()
                .or(() -> last().stream()
                        .filter(ReadModelWatch::isStuck)
                        .map(ReadModelWatch::problem)
                        .findFirst());
    }

    private static boolean isStuck(ProjectionStatus model) {
        return switch (model.state()) {
            case STOPPED, FAILING, HOLED -> true;
            case STARTING, REBUILDING, LIVE -> false;
        };
    }

    private static Message problem(ProjectionStatus model) {
        var failure = model.failure();
        return failure == null
                ? Message.of("health.read-model-stopped", "model", model.name())
                : Message.of("health.read-model-stuck", "model", model.name(), "reason", failure.why());
    }

    @Override
    public void close() {
        status.close();
    }
}
