package org.serviceledger.command;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.command.acceptance.DeemedAcceptanceProcess;
import org.serviceledger.command.log.DailyAnchor;
import org.serviceledger.command.timetable.Timetable;
import org.serviceledger.store.clock.ClockGuard;
import org.serviceledger.store.publication.Checkpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the command side: the shells, the lookups they need, the write API, and the scheduled processes that send
 * commands. The application provides the command bus, event store, token store, database, checkpoints and clock guard.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSideConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    @Bean
    DeemedAcceptanceProcess deemedAcceptance(
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource database,
            CommandGateway commands,
            ClockGuard clock) {
        return new DeemedAcceptanceProcess(events, tokens, transactions, database, commands, clock.acting());
    }

    @Bean
    DailyAnchor dailyAnchor(Checkpoints checkpoints, CommandGateway commands, ClockGuard clock) {
        return new DailyAnchor(checkpoints, commands, clock.acting());
    }

    @Bean
    RecurringTask<Void> dailyAnchorTask(DailyAnchor anchor) {
        return anchor.task();
    }

    /** Runs the command side's own tasks and all recurring tasks of the application. */
    @Bean
    Timetable timetable(
            DataSource database,
            ClockGuard clock,
            DeemedAcceptanceProcess acceptance,
            List<RecurringTask<?>> recurring) {
        return new Timetable(database, clock.waiting(), LOOK_EVERY, List.of(acceptance.task()), recurring);
    }
}
