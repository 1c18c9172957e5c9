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
 * Has tasks done when their time has come, on whichever node finds them first. There is one for all tasks of the table: a
 * scheduler deletes what it does not know.
 */
public final class Timetable implements SmartLifecycle {

    private static final int AT_ONCE = 4;
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private volatile boolean running;

    /**
     * Of these tasks and no others.
     *
     * @param once tasks that are noted with a time when something calls for it
     * @param recurring tasks with times of their own
     * @param lookEvery how often it looks whether a time has come
     */
    public Timetable(
            DataSource database,
            Clock clock,
            Duration lookEvery,
            List<? extends Task<?>> once,
            List<? extends RecurringTask<?>> recurring) {
        // named by itself, not by the host: a name server that does not answer would hold up the start
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
