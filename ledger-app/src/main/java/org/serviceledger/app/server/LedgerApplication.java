package org.serviceledger.app.server;

import java.time.Clock;
import java.time.ZoneId;
import org.serviceledger.app.edge.EdgeConfiguration;
import org.serviceledger.app.operations.OperationsConfiguration;
import org.serviceledger.app.security.SecurityConfiguration;
import org.serviceledger.app.verification.VerificationConfiguration;
import org.serviceledger.command.CommandSideConfiguration;
import org.serviceledger.projection.ProjectionsConfiguration;
import org.serviceledger.query.QuerySideConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The Spring application: command side, projections and query side in one process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    StorageConfiguration.class,
    AxonConfiguration.class,
    HealthConfiguration.class,
    MetersConfiguration.class,
    EdgeConfiguration.class,
    QuestionsConfiguration.class,
    WebServerConfiguration.class,
    SecurityConfiguration.class,
    CommandSideConfiguration.class,
    ProjectionsConfiguration.class,
    QuerySideConfiguration.class,
    OperationsApi.class,
    OperationsConfiguration.class,
    VerificationConfiguration.class,
    TransparencyConfiguration.class,
    LogKeysApi.class,
    WitnessesSection.class,
    WitnessingConfiguration.class,
    ClockConfiguration.class,
    ClockApi.class,
    ClockSection.class
})
class LedgerApplication {

    /** The system clock in the county's time zone. Domain code receives times as arguments and never reads a clock. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
