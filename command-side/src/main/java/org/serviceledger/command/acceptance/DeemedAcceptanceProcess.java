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
 * Sees to it that a case nobody answers within five working days counts as accepted (行政许可法 32(四)). An event processor of its
 * own notes the day of every receipt in the database; when it is over, whichever node finds it first settles the case.
 */
public final class DeemedAcceptanceProcess implements SmartLifecycle {

    static final String NAME = "deemed-acceptance";

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name(NAME + "-", 0).factory());
    private final OneTimeTask<Void> task;
    private final SchedulerClient scheduler;
    private final PooledStreamingEventProcessor processor;
    private volatile boolean running;

    /** The process on these events; its {@link #task} has to be on the timetable. */
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

    /** Settles a case whose time is over. */
    public OneTimeTask<Void> task() {
        return task;
    }

    /** A case is late from the moment after its deadline on. */
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
