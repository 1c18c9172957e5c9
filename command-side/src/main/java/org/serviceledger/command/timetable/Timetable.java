package org.serviceledger.command.timetable;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Runs scheduled tasks on the first node that finds them due. One timetable must run all tasks of the table, because a
 * scheduler deletes tasks that it does not know.
 */
public final class Timetable implements SmartLifecycle {

    private static final int AT_ONCE = 4;
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private volatile boolean running;

    /**
     * Creates a timetable of exactly these tasks.
     *
     * @param once tasks scheduled on demand, each with a time
     * @param recurring tasks with their own schedule
     * @param lookEvery polling interval
     */
    public Timetable(
            DataSource database,
            Clock clock,
            Duration lookEvery,
            List<? extends Task<?>> once,
            List<? extends RecurringTask<?>> recurring) {
        // A random name instead of the host name: a name server that does not answer would delay the start.
        scheduler = Scheduler.create(database, List.<Task<?>>copyOf(once))
                .startTasks(List.<RecurringTask<?>>copyOf(recurring))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(AT_ONCE)
                .pollingInterval(lookEvery)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(FINISH_WITHIN)
                .build();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
