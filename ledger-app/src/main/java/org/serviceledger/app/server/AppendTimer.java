package org.serviceledger.app.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.serviceledger.store.AppendMeter;

/** How long appends take, as a histogram, and how many events they bring. */
final class AppendTimer implements AppendMeter {

    private final Timer appends;
    private final Counter events;

    AppendTimer(MeterRegistry meters) {
        this.appends = Timer.builder("ledger.append")
                .description("from a command's events to their being on the disk")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(200_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
        this.events = Counter.builder("ledger.append.events")
                .description("events appended by this server")
                .register(meters);
    }

    @Override
    public void appended(int brought, Duration took) {
        appends.record(took);
        events.increment(brought);
    }
}
