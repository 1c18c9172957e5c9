package org.serviceledger.app.server;

import java.util.List;
import java.util.Optional;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;

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

    /** Why a read model makes no progress, or why their state is unknown; empty if all make progress. */
    Optional<String> problem() {
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

    private static String problem(ProjectionStatus model) {
        var failure = model.failure();
        return failure == null
                ? model.name() + " is stopped"
                : "%s does not get on: %s".formatted(model.name(), failure.reason());
    }

    @Override
    public void close() {
        status.close();
    }
}
