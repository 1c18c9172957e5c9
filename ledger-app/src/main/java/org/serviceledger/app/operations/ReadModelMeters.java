package org.serviceledger.app.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.projection.engine.Projections;
import org.springframework.stereotype.Component;

/** Gauges per read model: its lag in events, and whether documents are missing from it. */
@Component
final class ReadModelMeters implements MeterBinder {

    private final Projections projections;

    ReadModelMeters(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var model :
                projections.status().stream().map(ProjectionStatus::name).toList()) {
            Gauge.builder(
                            "ledger.read.model.lag",
                            projections,
                            all -> all.status(model).lag())
                    .tag("model", model)
                    .description("events the ledger has beyond what the read model has taken in")
                    .register(meters);
            Gauge.builder(
                            "ledger.read.model.holed",
                            projections,
                            all -> all.status(model).state() == State.HOLED ? 1 : 0)
                    .tag("model", model)
                    .description("1 while the read model lacks something")
                    .register(meters);
        }
    }
}
