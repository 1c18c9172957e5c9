package org.serviceledger.app.verification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.PastVerification;
import org.serviceledger.store.verify.VerificationHistory;
import org.serviceledger.words.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the whole ledger once a day and on request, on one node at a time, and stores each result. */
public final class VerificationRun {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

    private static final String NAME = "ledger-verification";
    private static final TaskInstanceId TASK = TaskInstanceId.of(NAME, RecurringTask.INSTANCE);

    private final WholeCheck check;
    private final VerificationHistory history;
    private final Clock clock;
    private final SchedulerClient scheduler;
    private final RecurringTask<Void> task;
    private volatile @Nullable Progress progress;

    /** Events checked so far, and in all. */
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
        this.task = Tasks.recurring(NAME, Schedules.daily(zone, at)).execute((_, _) -> run());
        this.scheduler = SchedulerClient.Builder.create(database, task).build();
    }

    /** The recurring task, for the scheduler. */
    RecurringTask<Void> task() {
        return task;
    }

    /** Schedules a verification for now, unless one is running. */
    public void begin() {
        try {
            scheduler.reschedule(TASK, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException _) {
            LOG.info("the ledger is being checked already");
        }
    }

    /** Progress of the verification that runs in this process; empty if none does. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Result of the latest verification on any node. */
    public Optional<PastVerification> last() {
        return history.last();
    }

    /** When the next verification begins. */
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

    static void tell(PastVerification past) {
        if (past.isSound()) {
            LOG.info("the ledger is sound: {} events, {} documents", past.size(), past.documents());
        }
        if (past.failure() != null) {
            LOG.error("the ledger could not be checked: {}", past.failure());
        }
        if (past.count() > 0) {
            LOG.error("the ledger is not as it was signed: {} findings", past.count());
            past.findings().forEach(finding -> LOG.error("{}", finding.line(Language.ENGLISH)));
        }
    }
}
