package org.serviceledger.app.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.projection.engine.Projections;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the position and lag of each read model. */
@Component
@Order(20)
class ReadModelsSection implements OperationsSection {

    private final Projections projections;

    ReadModelsSection(Projections projections) {
        this.projections = projections;
    }

    /** One read model. */
    public record Line(
            String name,
            State state,
            String mark,
            long position,
            long lag,
            @Nullable String problem) {

        static Line of(ProjectionStatus status) {
            var failure = status.failure();
            return new Line(
                    status.name(),
                    status.state(),
                    mark(status.state()),
                    status.position(),
                    status.lag(),
                    failure == null ? null : failure.reason());
        }

        private static String mark(State state) {
            return switch (state) {
                case LIVE -> "good";
                case STARTING, REBUILDING -> "warn";
                case STOPPED, FAILING, HOLED -> "bad";
            };
        }
    }

    @Override
    public String template() {
        return "operations/read-models";
    }

    @Override
    public List<Line> content() {
        return projections.status().stream().map(Line::of).toList();
    }
}
