package org.serviceledger.command;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.command.acceptance.DeemedAcceptanceProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Everything that takes commands: shells, what they look up, the write API, and the processes that send commands when a time
 * has come. Command bus, event store, token store and database are the application's.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSideConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    @Bean
    DeemedAcceptanceProcess deemedAcceptance(
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource database,
            CommandGateway commands,
            Clock clock) {
        return new DeemedAcceptanceProcess(events, tokens, transactions, database, commands, clock, LOOK_EVERY);
    }
}
