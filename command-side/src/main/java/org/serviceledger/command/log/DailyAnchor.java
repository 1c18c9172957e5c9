package org.serviceledger.command.log;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.log.LogCommand.AnchorCheckpoint;
import org.serviceledger.api.log.LogRefusal.DayPassed;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.publication.Checkpoints;

/**
 * Records one checkpoint a day in the ledger itself (每日检查点入账). The task runs 30 seconds after midnight in China. A
 * server that was down at that time runs it after it restarts. Several nodes and retries still record only one
 * checkpoint a day.
 */
public final class DailyAnchor {

    static final String NAME = "daily-anchor";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 0, 30);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Checkpoints checkpoints;
    private final CommandGateway commands;
    private final Clock clock;

    public DailyAnchor(Checkpoints checkpoints, CommandGateway commands, Clock clock) {
        this.checkpoints = checkpoints;
        this.commands = commands;
        this.clock = clock;
    }

    /** Returns the task for the timetable. If it fails, the scheduler retries it every minute. */
    public RecurringTask<Void> task() {
        return Tasks.recurring(NAME, Schedules.daily(CHINA, AFTER_MIDNIGHT))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((_, _) -> anchor());
    }

    /** Records the last checkpoint for today. Does nothing if today already has one or if the ledger has no events. */
    public void anchor() {
        checkpoints
                .latest()
                .filter(note -> Checkpoint.parse(note.text()).size() > 0)
                .ifPresent(this::anchor);
    }

    private void anchor(SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var day = LocalDate.ofInstant(now, CHINA);
        try {
            commands.sendAndWait(new AnchorCheckpoint(
                    LogYearId.of(day),
                    day,
                    checkpoint.origin(),
                    checkpoint.size(),
                    checkpoint.root().base64(),
                    note.toString(),
                    Actor.system(),
                    now));
        } catch (CommandRefused e) {
            if (!(e.refusal() instanceof DayPassed)) {
                throw e;
            }
        }
    }
}
