package org.serviceledger.app.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.serviceledger.store.clock.ClockGuard;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures the clock guard, and what the server refuses while the clock is in doubt. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockConfiguration.Settings.class)
class ClockConfiguration {

    /**
     * Limits of the clock guard.
     *
     * @param apart maximum difference from PostgreSQL's clock, and maximum lag behind the latest recorded event
     * @param longestAbsence maximum downtime after which the server trusts its clock without an administrator's
     *     confirmation
     */
    @ConfigurationProperties("ledger.clock")
    record Settings(
            @DefaultValue("60s") Duration apart,
            @DefaultValue("3d") Duration longestAbsence) {}

    /** The guard; it has compared the clocks once before any other bean uses it. */
    @Bean
    ClockGuard clockGuard(DataSource database, Clock clock, Settings settings) {
        var guard = new ClockGuard(database, clock, new ClockGuard.Limits(settings.apart(), settings.longestAbsence()));
        guard.check();
        return guard;
    }

    @Bean
    ClockRun clockRun(ClockGuard guard) {
        return new ClockRun(guard);
    }

    @Bean
    HealthIndicator clockHealthIndicator(ClockGuard guard) {
        return () -> guard.doubt()
                .map(doubt -> Health.down().withDetail("doubt", doubt.line()).build())
                .orElseGet(() -> Health.up().build());
    }

    @Bean
    MeterBinder clockMeter(ClockGuard guard) {
        return meters -> Gauge.builder(
                        "ledger.clock.doubt", guard, all -> all.doubt().isPresent() ? 1 : 0)
                .description("1 while the clock of this machine is not believed and nothing is recorded")
                .register(meters);
    }

    @Bean
    WebMvcConfigurer writesNeedTheTime(ClockGuard guard) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WritesNeedTheTime(guard));
            }
        };
    }
}
