package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.LedgerHead;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.store.publication.ForkedLog;
import org.serviceledger.store.publication.LogKeyMissing;
import org.serviceledger.words.Message;
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

    /** How a read model stands, in the language that is being spoken. */
    record Told(
            String name,
            @Nullable String index,
            ProjectionStatus.State state,
            long position,
            long lag,
            @Nullable String problem,
            ProjectionStatus.@Nullable Rebuild rebuild) {

        static Told of(ProjectionStatus model) {
            var failure = model.failure();
            return new Told(
                    model.name(),
                    model.index(),
                    model.state(),
                    model.position(),
                    model.lag(),
                    failure == null ? null : failure.reason(),
                    model.rebuild());
        }
    }

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
        return () -> disk(data.root(), data.freeMegabytes());
    }

    static Health disk(Path root, long megabytesLeft) {
        boolean isFull = megabytesLeft < LEAST_MEGABYTES;
        return health(isFull ? Optional.of(Message.of("health.no-room", "left", megabytesLeft)) : Optional.empty())
                .withDetail("path", root.toString())
                .withDetail("megabytesLeft", megabytesLeft)
                .build();
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
        return () -> health(run.failure().map(HealthConfiguration::why)).build();
    }

    @Bean
    HealthIndicator elasticsearchHealthIndicator(SearchWatch search) {
        return () -> {
            var outage = search.outage();
            var isRed = search.status().filter(status -> status == HealthStatus.Red);
            var health = health(outage.isPresent() ? outage : isRed.map(_ -> Message.of("health.shard-missing")));
            search.status().ifPresent(status -> health.withDetail("cluster", status.jsonValue()));
            return health.build();
        };
    }

    @Bean
    HealthIndicator readModelsHealthIndicator(ReadModelWatch watch) {
        return () -> {
            var health = health(watch.problem());
            watch.last().forEach(model -> health.withDetail(model.name(), Told.of(model)));
            return health.build();
        };
    }

    private static Message why(RuntimeException failure) {
        return switch (failure) {
            case ForkedLog forked -> forked.why();
            case LogKeyMissing missing -> missing.why();
            default -> Message.of("health.failed", "reason", failure);
        };
    }

    private static Health.Builder health(Optional<Message> problem) {
        return problem.map(reason -> Health.down().withDetail("reason", reason.said()))
                .orElseGet(Health::up);
    }
}
