package org.serviceledger.command.acceptance;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.CaseId;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that a case nobody answers within five working days counts as accepted (行政许可法 32(四)). An event processor of its
 * own notes the day of every receipt in the database; when it is over, whichever node finds it first settles the case.
 */
public final class DeemedAcceptanceProcess implements SmartLifecycle {

    static final String NAME = "deemed-acceptance";

    private static final int AT_ONCE = 4;
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name(NAME + "-", 0).factory());
    private final Scheduler scheduler;
    private final PooledStreamingEventProcessor processor;
    private volatile boolean running;

    /**
     * The process on these events.
     *
     * @param lookEvery how often it looks whether a time is over
     */
    public DeemedAcceptanceProcess(
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource database,
            CommandGateway commands,
            Clock clock,
            Duration lookEvery) {
        var acceptance = new DeemedAcceptance(commands, events, clock);
        var task = Tasks.oneTime(NAME)
                .onFailureRetryLater()
                .execute((due, _) -> acceptance.settle(new CaseId(due.getId())));
        scheduler = scheduler(database, task, clock, lookEvery);
        processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(new ReceiptWatch((id, due) -> note(task, id, due)))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .build();
    }

    /** Named by itself, not by the host: a name server that does not answer would hold up the start. */
    private static Scheduler scheduler(DataSource database, OneTimeTask<Void> task, Clock clock, Duration lookEvery) {
        return Scheduler.create(database, task)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(AT_ONCE)
                .pollingInterval(lookEvery)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(FINISH_WITHIN)
                .build();
    }

    /** A case is late from the moment after its deadline on. */
    private void note(OneTimeTask<Void> task, CaseId id, Instant due) {
        scheduler.scheduleIfNotExists(task.instance(id.value()), due.plusSeconds(1));
    }

    @Override
    public void start() {
        scheduler.start();
        processor.start();
        running = true;
    }

    @Override
    public void stop() {
        processor.shutDown();
        scheduler.stop();
        threads.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
