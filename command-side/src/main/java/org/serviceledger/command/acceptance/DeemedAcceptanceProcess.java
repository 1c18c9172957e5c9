package org.serviceledger.command.acceptance;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.cases.CaseId;
import org.springframework.context.SmartLifecycle;

/**
 * Deems a case accepted if the department does not answer within five working days (行政许可法 32(四)). An event processor
 * schedules a task in the database for each receipt, due just after the acceptance deadline. The first node that finds
 * the task due settles the case.
 */
public final class DeemedAcceptanceProcess implements SmartLifecycle {

    static final String NAME = "deemed-acceptance";

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name(NAME + "-", 0).factory());
    private final OneTimeTask<Void> task;
    private final SchedulerClient scheduler;
    private final PooledStreamingEventProcessor processor;
    private volatile boolean running;

    /** Creates the process. The caller must add its {@link #task} to the timetable. */
    public DeemedAcceptanceProcess(
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource database,
            CommandGateway commands,
            Clock clock) {
        var acceptance = new DeemedAcceptance(commands, events, clock);
        task = Tasks.oneTime(NAME)
                .onFailureRetryLater()
                .execute((due, _) -> acceptance.settle(new CaseId(due.getId())));
        scheduler = SchedulerClient.Builder.create(database, task).build();
        processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(new ReceiptWatch(this::note))
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

    /** Returns the task that settles a case after its acceptance deadline. */
    public OneTimeTask<Void> task() {
        return task;
    }

    /** A case is late only after its deadline, so the task is due one second later. */
    private void note(CaseId id, Instant due) {
        scheduler.scheduleIfNotExists(task.instance(id.value()), due.plusSeconds(1));
    }

    @Override
    public void start() {
        processor.start();
        running = true;
    }

    @Override
    public void stop() {
        processor.shutDown();
        threads.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
