package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.util.List;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.LedgerHeads;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the server is well: PostgreSQL (which Spring asks itself) and Elasticsearch answer and every read model gets on. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator ledgerHealthIndicator(LedgerHeads heads) {
        return () -> {
            try {
                var head = heads.current();
                return Health.up()
                        .withDetail("events", head.size())
                        .withDetail("root", head.root())
                        .build();
            } catch (RuntimeException e) {
                return Health.down(e).build();
            }
        };
    }

    /** Down while the ledger does not continue what was signed of it, or nothing can be signed. */
    @Bean
    HealthIndicator checkpointsHealthIndicator(CheckpointRun run) {
        return () -> run.failure()
                .map(failure -> Health.down(failure).build())
                .orElseGet(() -> Health.up().build());
    }

    @Bean
    HealthIndicator elasticsearchHealthIndicator(ElasticsearchClient elasticsearch) {
        return () -> {
            try {
                var status = elasticsearch.cluster().health().status();
                return (status == HealthStatus.Red ? Health.down() : Health.up())
                        .withDetail("cluster", status.jsonValue())
                        .build();
            } catch (Exception e) {
                return Health.down(e).build();
            }
        };
    }

    @Bean
    HealthIndicator readModelsHealthIndicator(Projections projections) {
        return () -> {
            var status = projections.status();
            var health = allGetOn(status) ? Health.up() : Health.down();
            status.forEach(model -> health.withDetail(model.name(), model));
            return health.build();
        };
    }

    private static boolean allGetOn(List<ProjectionStatus> all) {
        return all.stream().noneMatch(model -> switch (model.state()) {
            case STOPPED, FAILING -> true;
            case STARTING, REBUILDING, LIVE -> false;
        });
    }
}
