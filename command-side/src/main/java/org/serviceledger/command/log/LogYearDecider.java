package org.serviceledger.command.log;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogCommand.AnchorCheckpoint;
import org.serviceledger.api.log.LogCommand.RecordKeyRotation;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogEvent.CheckpointAnchored;
import org.serviceledger.api.log.LogEvent.KeyRotated;
import org.serviceledger.api.log.LogRefusal.DayOfAnotherYear;
import org.serviceledger.api.log.LogRefusal.DayPassed;
import org.serviceledger.api.log.LogRefusal.SmallerThanAnchored;
import org.serviceledger.api.log.LogYearId;

/** The rules for the log's records about itself: each key once, each day once, in order. Pure functions. */
final class LogYearDecider {

    private LogYearDecider() {}

    static List<LogEvent> decide(LogYearState state, LogCommand command) {
        return switch (command) {
            case RecordKeyRotation rotation -> rotated(state, rotation);
            case AnchorCheckpoint anchor -> anchored(state, anchor);
        };
    }

    /** The commands that may follow, which is both in every state. */
    static Set<Class<? extends LogCommand>> legal() {
        return Set.of(RecordKeyRotation.class, AnchorCheckpoint.class);
    }

    private static List<LogEvent> rotated(LogYearState state, RecordKeyRotation c) {
        return state.keys().contains(c.next())
                ? List.of()
                : List.of(new KeyRotated(
                        c.logYearId(), c.before(), c.next(), c.fromSize(), c.statement(), c.by(), c.at()));
    }

    private static List<LogEvent> anchored(LogYearState state, AnchorCheckpoint c) {
        if (!LogYearId.of(c.day()).equals(c.logYearId())) {
            throw new CommandRefused(new DayOfAnotherYear(c.logYearId(), c.day()));
        }
        LogYearState.@Nullable Anchor last = state.last();
        if (last != null) {
            if (last.day().equals(c.day())) {
                return List.of();
            }
            if (last.day().isAfter(c.day())) {
                throw new CommandRefused(new DayPassed(c.day(), last.day()));
            }
            if (last.size() > c.size()) {
                throw new CommandRefused(new SmallerThanAnchored(c.size(), last.size(), last.day()));
            }
        }
        return List.of(new CheckpointAnchored(
                c.logYearId(), c.day(), c.origin(), c.size(), c.root(), c.note(), c.by(), c.at()));
    }
}
