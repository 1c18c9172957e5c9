package org.serviceledger.app.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.time.Duration;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.store.LedgerHead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters of the ledger and its disk. Reading them never queries a server. */
@Configuration(proxyBeanMethods = false)
class MetersConfiguration {

    private static final double NANOS_OF_SECOND = Duration.ofSeconds(1).toNanos();

    @Bean
    MeterBinder diskMeters(DataDirectory data) {
        return new DiskSpaceMetrics(data.root().toFile());
    }

    @Bean
    MeterBinder ledgerMeters(BackgroundWatch<LedgerHead> head, CheckpointRun checkpoints) {
        return meters -> {
            Gauge.builder(
                            "ledger.events",
                            head,
                            watched -> watched.last().map(LedgerHead::size).orElse(0L))
                    .description("events in the ledger, as it was known last")
                    .register(meters);
            Gauge.builder("ledger.checkpoint.age", checkpoints, run -> run.age().toNanos() / NANOS_OF_SECOND)
                    .baseUnit("seconds")
                    .description("since a signed checkpoint covered everything recorded")
                    .register(meters);
        };
    }
}
