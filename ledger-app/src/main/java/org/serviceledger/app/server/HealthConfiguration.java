package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.util.Optional;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.LedgerHead;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.outage.DatabaseWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health indicators: PostgreSQL and Elasticsearch answer, checkpoints are signed, and every read model makes progress.
 * All of them read values gathered in the background, so a health request never waits for a broken part.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final long LEAST_MEGABYTES = 100;

    @Bean
    BackgroundWatch<LedgerHead> watchedHead(LedgerHeads heads) {
        return BackgroundWatch.begin("head", heads::current);
    }

    @Bean
    ReadModelWatch readModelWatch(Projections projections) {
        return new ReadModelWatch(projections);
    }

    @Bean
    HealthIndicator dbHealthIndicator(DatabaseWatch database) {
        return () -> health(database.writeOutage()).build();
    }

    /** Down before PostgreSQL runs out of disk space, since it then stores nothing. */
    @Bean
    HealthIndicator diskHealthIndicator(DataDirectory data) {
        return () -> {
            var left = data.freeMegabytes();
            var isFull = left < LEAST_MEGABYTES;
            return health(isFull ? Optional.of("only %d MB left".formatted(left)) : Optional.empty())
                    .withDetail("path", data.root().toString())
                    .withDetail("megabytesLeft", left)
                    .build();
        };
    }

    @Bean
    HealthIndicator ledgerHealthIndicator(BackgroundWatch<LedgerHead> head) {
        return () -> {
            var health = health(head.problem());
            head.last()
                    .ifPresent(last -> health.withDetail("events", last.size()).withDetail("root", last.root()));
            return health.build();
        };
    }

    /** Down while the ledger contradicts its signed checkpoints, or while nothing can be signed. */
    @Bean
    HealthIndicator checkpointsHealthIndicator(CheckpointRun run) {
        return () -> run.failure()
                .map(failure -> Health.down(failure).build())
                .orElseGet(() -> Health.up().build());
    }

    @Bean
    HealthIndicator elasticsearchHealthIndicator(SearchWatch search) {
        return () -> {
            var outage = search.outage();
            var isRed = search.status().filter(status -> status == HealthStatus.Red);
            var health = health(outage.isPresent() ? outage : isRed.map(_ -> "a shard is missing"));
            search.status().ifPresent(status -> health.withDetail("cluster", status.jsonValue()));
            return health.build();
        };
    }

    @Bean
    HealthIndicator readModelsHealthIndicator(ReadModelWatch watch) {
        return () -> {
            var health = health(watch.problem());
            watch.last().forEach(model -> health.withDetail(model.name(), model));
            return health.build();
        };
    }

    private static Health.Builder health(Optional<String> problem) {
        return problem.map(reason -> Health.down().withDetail("reason", reason)).orElseGet(Health::up);
    }
}
