package org.serviceledger.app.verification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.PastVerification;
import org.serviceledger.store.verify.VerificationHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has the whole ledger checked once a day and whenever somebody asks, on one node at a time, and keeps what came of it. */
public final class VerificationRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

    private static final String NAME = "ledger-verification";
    private static final TaskInstanceId TASK = TaskInstanceId.of(NAME, RecurringTask.INSTANCE);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(1);

    private final WholeCheck check;
    private final VerificationHistory history;
    private final Clock clock;
    private final Scheduler scheduler;
    private volatile @Nullable Progress progress;
    private volatile boolean running;

    /** How far a check has come. */
    public record Progress(long done, long of) {}

    VerificationRun(
            WholeCheck check,
            VerificationHistory history,
            DataSource database,
            Clock clock,
            LocalTime at,
            ZoneId zone) {
        this.check = check;
        this.history = history;
        this.clock = clock;
        RecurringTask<Void> task =
                Tasks.recurring(NAME, Schedules.daily(zone, at)).execute((_, _) -> run());
        this.scheduler = Scheduler.create(database)
                .startTasks(task)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(1)
                .pollingInterval(LOOK_EVERY)
                .enableImmediateExecution()
                .shutdownMaxWait(FINISH_WITHIN)
                .build();
    }

    /** Begins a check at once, unless one is under way. */
    public void begin() {
        try {
            scheduler.reschedule(TASK, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException _) {
            LOG.info("the ledger is being checked already");
        }
    }

    /** How far the check has come that this process does, if it does one. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** What came of the last one, on whatever node. */
    public Optional<PastVerification> last() {
        return history.last();
    }

    /** When the next one begins. */
    public Optional<Instant> next() {
        return scheduler.getScheduledExecution(TASK).map(execution -> execution.getExecutionTime());
    }

    private void run() {
        progress = new Progress(0, 0);
        try {
            var past = check.run((done, of) -> progress = new Progress(done, of));
            history.add(past);
            tell(past);
        } finally {
            progress = null;
        }
    }

    private static void tell(PastVerification past) {
        if (past.failure() != null) {
            LOG.error("the ledger could not be checked: {}", past.failure());
        } else if (past.isSound()) {
            LOG.info("the ledger is sound: {} events, {} documents", past.size(), past.documents());
        } else {
            LOG.error("the ledger is not as it was signed: {} findings", past.count());
            past.findings().forEach(finding -> LOG.error("{}", finding.english()));
        }
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
