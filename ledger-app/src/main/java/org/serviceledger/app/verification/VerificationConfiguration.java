package org.serviceledger.app.verification;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.serviceledger.app.data.LogKeyFiles;
import org.serviceledger.projection.ReadModels;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.engine.DocumentAudit;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.store.verify.VerificationHistory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Configures the daily verification of the whole ledger. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
@Import(VerificationSection.class)
public class VerificationConfiguration {

    @Bean
    VerificationHistory verificationHistory(DataSource database) {
        return new VerificationHistory(database);
    }

    /**
     * Trusts the key in the file the log signs with: it is the only knowledge of the log's keys outside the database.
     */
    @Bean
    WholeCheck wholeCheck(
            DataSource database,
            LogKeyFiles keys,
            EventStorageEngine events,
            ElasticsearchClient elasticsearch,
            Projections projections,
            VerificationSettings settings,
            CodeHasher codes,
            Clock clock) {
        return new WholeCheck(
                new LedgerVerifier(database, PostgresEventStorageEngine.Builder.DEFAULT_TENANT),
                () -> new Trust(keys.held().map(NoteSigner::verifier).stream().toList(), List.of()),
                new DocumentAudit(ReadModels.all(codes), () -> events.readEvents(null, false), elasticsearch),
                new DocumentRound(database, clock, settings.nights()),
                settings.documents(),
                model -> Thread.ofVirtual().name("rebuild-" + model).start(() -> projections.rebuild(model)),
                clock);
    }

    @Bean
    VerificationRun verificationRun(
            WholeCheck check,
            VerificationHistory history,
            DataSource database,
            Clock clock,
            VerificationSettings settings,
            MeterRegistry meters) {
        var run = new VerificationRun(check, history, database, clock, settings.at(), clock.getZone());
        measure(run, clock, meters);
        return run;
    }

    @Bean
    RecurringTask<Void> verificationTask(VerificationRun run) {
        return run.task();
    }

    private static void measure(VerificationRun run, Clock clock, MeterRegistry meters) {
        Gauge.builder(
                        "ledger.verification.findings",
                        run,
                        it -> it.last().map(past -> (double) past.count()).orElse(Double.NaN))
                .description("findings of the last check of the whole ledger")
                .register(meters);
        Gauge.builder(
                        "ledger.verification.failed",
                        run,
                        it -> it.last()
                                .map(past -> past.failure() == null ? 0.0 : 1.0)
                                .orElse(Double.NaN))
                .description("1 if the last check of the whole ledger could not be done")
                .register(meters);
        Gauge.builder(
                        "ledger.verification.age",
                        run,
                        it -> it.last()
                                .map(past -> Duration.between(past.endedAt(), clock.instant())
                                                .toMillis()
                                        / 1000.0)
                                .orElse(Double.NaN))
                .description("since the last check of the whole ledger")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(
                        "ledger.verification.size",
                        run,
                        it -> it.last().map(past -> (double) past.size()).orElse(Double.NaN))
                .description("events the last check of the whole ledger covered")
                .register(meters);
    }
}
