package org.serviceledger.app.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.publication.WitnessStanding;
import org.serviceledger.store.publication.Witnessing;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Message;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures witnessing (见证), and what the server refuses while cosignatures are missing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessSettings.class)
class WitnessingConfiguration {

    @Bean
    WitnessPolicy witnessPolicy(WitnessSettings settings, TransparencyConfiguration.Log log) {
        return settings.policyOf(log.origin());
    }

    @Bean
    Witnessing witnessing(
            Checkpoints checkpoints, PublishedLog log, WitnessPolicy policy, WitnessSettings settings, Clock clock) {
        return new Witnessing(checkpoints, log, policy, settings.longestLag(), clock);
    }

    @Bean
    WitnessRun witnessRun(Witnessing witnessing) {
        return new WitnessRun(witnessing);
    }

    /** One witness, with what it says in the language that is being spoken. */
    record Told(
            String name,
            URI url,
            String key,
            @Nullable Long size,
            @Nullable Instant at,
            @Nullable String fault,
            @Nullable String contradiction,
            @Nullable String evidence) {

        static Told of(WitnessStanding.Line line) {
            return new Told(
                    line.name(),
                    line.url(),
                    line.key(),
                    line.size(),
                    line.at(),
                    said(line.fault()),
                    said(line.contradiction()),
                    line.evidence());
        }

        private static @Nullable String said(@Nullable Message message) {
            return message == null ? null : message.said();
        }
    }

    /** Down while a witness proves that the log is not what it was, or too few have vouched for it for too long. */
    @Bean
    HealthIndicator witnessesHealthIndicator(Witnessing witnessing) {
        return () -> {
            var standing = witnessing.standing();
            var health = isAlarming(standing) ? Health.down() : Health.up();
            standing.alarm().ifPresent(alarm -> health.withDetail("alarm", alarm));
            standing.witnesses().forEach(witness -> health.withDetail(witness.name(), Told.of(witness)));
            return health.build();
        };
    }

    @Bean
    MeterBinder witnessMeters(Witnessing witnessing, WitnessPolicy policy) {
        return meters -> {
            Gauge.builder("ledger.witness.lag", witnessing, all -> seconds(all.standing()))
                    .description("how long the oldest checkpoint waits that too few witnesses have vouched for")
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder(
                            "ledger.witness.lag.events",
                            witnessing,
                            all -> all.standing().lagInEvents())
                    .description("events that are signed for and not vouched for by enough witnesses")
                    .register(meters);
            Gauge.builder("ledger.witness.alarm", witnessing, all -> isAlarming(all.standing()) ? 1 : 0)
                    .description("1 while a witness proves that the log was changed, or evidence lags too long")
                    .register(meters);
            policy.witnesses().stream()
                    .filter(witness -> witness.url() != null)
                    .forEach(witness -> Gauge.builder(
                                    "ledger.witness.size", witnessing, all -> size(all.standing(), witness.name()))
                            .description("events under the last checkpoint this witness cosigned")
                            .tag("witness", witness.name())
                            .register(meters));
        };
    }

    @Bean
    WebMvcConfigurer writesNeedWitnesses(Witnessing witnessing, WitnessSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                if (settings.refuseWrites()) {
                    registry.addInterceptor(new WritesNeedWitnesses(witnessing));
                }
            }
        };
    }

    /** A witness's unproven claim must not take the server down. */
    static boolean isAlarming(WitnessStanding standing) {
        return standing.lagging() || standing.proof().isPresent();
    }

    private static double seconds(WitnessStanding standing) {
        return standing.lag().toMillis() / 1000.0;
    }

    private static double size(WitnessStanding standing, String name) {
        return standing.witnesses().stream()
                .filter(line -> line.name().equals(name) && line.size() != null)
                .mapToDouble(line -> Double.parseDouble(String.valueOf(line.size())))
                .findFirst()
                .orElse(Double.NaN);
    }
}
