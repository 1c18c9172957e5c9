package org.serviceledger.command.cases;

import static org.serviceledger.command.cases.Stages.mustSayWhy;
import static org.serviceledger.command.cases.Stages.notNow;
import static org.serviceledger.command.cases.Stages.refuseIf;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.EndSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.Extend;
import org.serviceledger.api.cases.CaseCommand.Resume;
import org.serviceledger.api.cases.CaseCommand.StartSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.Suspend;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseExtended;
import org.serviceledger.api.cases.CaseEvent.CaseResumed;
import org.serviceledger.api.cases.CaseEvent.CaseSuspended;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureStarted;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.cases.CaseRefusal.ClockIsRunning;
import org.serviceledger.api.cases.CaseRefusal.ClockIsStopped;
import org.serviceledger.api.cases.CaseRefusal.DaysNotPositive;
import org.serviceledger.api.cases.CaseRefusal.ExtendedBefore;
import org.serviceledger.api.cases.CaseRefusal.ExtensionTooLong;
import org.serviceledger.api.cases.CaseRefusal.NoticeMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.cases.Clock.Stop;

/** The rules for stopping, restarting and extending the clock (行政许可法 42, 45). */
final class ClockRules {

    /** 行政许可法 42: at most ten more working days, with the approval of the head of the organ. */
    static final int MOST_EXTENSION = 10;

    /** 行政许可法 42: at most fifteen if several departments handle the case in parallel (联合办理). */
    static final int MOST_JOINT_EXTENSION = 15;

    private ClockRules() {}

    /** The commands on the clock that may follow at this time. */
    static Set<Class<? extends CaseCommand>> legal(InHand inHand, Instant now) {
        var clock = inHand.clock();
        return switch (clock.stop()) {
            case null -> {
                var legal =
                        new HashSet<Class<? extends CaseCommand>>(Set.of(StartSpecialProcedure.class, Suspend.class));
                CaseDecider.addIf(legal, !clock.extended() && !isOverdue(clock, now), Extend.class);
                yield Set.copyOf(legal);
            }
            case Stop.Special _ -> Set.of(EndSpecialProcedure.class);
            case Stop.Suspension _ -> Set.of(Resume.class);
        };
    }

    private static boolean isOverdue(Clock clock, Instant now) {
        var legal = clock.legal();
        return Reckoning.isPast(legal == null ? clock.promised() : legal, now);
    }

    static List<CaseEvent> startSpecialProcedure(CaseState state, StartSpecialProcedure c) {
        mustRun(Stages.inHand(state, c), c);
        mustBePositive(c, c.approvedWorkingDays());
        mustSayWhy(c, c.reason());
        refuseIf(c.noticeNumber().isBlank(), new NoticeMissing(c.caseId()));
        return List.of(new SpecialProcedureStarted(
                c.caseId(), c.procedure(), c.approvedWorkingDays(), c.reason(), c.noticeNumber(), c.by(), c.at()));
    }

    static List<CaseEvent> endSpecialProcedure(CaseState state, EndSpecialProcedure c, WorkingDayCalendar calendar) {
        var clock = Stages.inHand(state, c).clock();
        if (!(clock.stop() instanceof Stop.Special special)) {
            throw new CommandRefused(notStoppedByThis(clock, c));
        }
        var reckoning = new Reckoning(calendar);
        return List.of(new SpecialProcedureEnded(
                c.caseId(),
                special.procedure(),
                c.result(),
                reckoning.deducted(special, c.at()),
                reckoning.without(clock, clock.promised(), special, c.at()),
                legalWithout(reckoning, clock, special, c.at()),
                c.by(),
                c.at()));
    }

    static List<CaseEvent> suspend(CaseState state, Suspend c) {
        mustRun(Stages.inHand(state, c), c);
        mustSayWhy(c, c.reason());
        return List.of(new CaseSuspended(c.caseId(), c.reason(), c.by(), c.at()));
    }

    static List<CaseEvent> resume(CaseState state, Resume c, WorkingDayCalendar calendar) {
        var clock = Stages.inHand(state, c).clock();
        if (!(clock.stop() instanceof Stop.Suspension suspension)) {
            throw new CommandRefused(notStoppedByThis(clock, c));
        }
        var reckoning = new Reckoning(calendar);
        return List.of(new CaseResumed(
                c.caseId(),
                reckoning.deducted(suspension, c.at()),
                reckoning.without(clock, clock.promised(), suspension, c.at()),
                legalWithout(reckoning, clock, suspension, c.at()),
                c.by(),
                c.at()));
    }

    /** Extends each deadline that has not passed. More time never turns a missed deadline into a met one. */
    static List<CaseEvent> extend(CaseState state, Extend c, WorkingDayCalendar calendar) {
        var inHand = Stages.inHand(state, c);
        var clock = inHand.clock();
        var most = inHand.work().isJoint() ? MOST_JOINT_EXTENSION : MOST_EXTENSION;
        mustBePositive(c, c.workingDays());
        refuseIf(clock.extended(), new ExtendedBefore(c.caseId()));
        refuseIf(c.workingDays() > most, new ExtensionTooLong(c.caseId(), c.workingDays(), most));
        mustSayWhy(c, c.reason());
        mustRun(inHand, c);
        var legal = clock.legal();
        refuseIf(isOverdue(clock, c.at()), notNow(c, Stage.OVERDUE));
        return List.of(new CaseExtended(
                c.caseId(),
                c.workingDays(),
                c.reason(),
                longer(clock, clock.promised(), c, calendar),
                legal == null ? null : longer(clock, legal, c, calendar),
                c.by(),
                c.at()));
    }

    private static Deadline longer(Clock clock, Deadline deadline, Extend c, WorkingDayCalendar calendar) {
        return Reckoning.isPast(deadline, c.at())
                ? deadline
                : new Reckoning(calendar).extended(clock, deadline, c.workingDays());
    }

    static void mustRun(InHand inHand, CaseCommand c) {
        var stop = inHand.clock().stop();
        if (stop != null) {
            throw new CommandRefused(new ClockIsStopped(c.caseId(), stop.procedure()));
        }
    }

    private static CaseRefusal notStoppedByThis(Clock clock, CaseCommand c) {
        var stop = clock.stop();
        return stop == null ? new ClockIsRunning(c.caseId()) : new ClockIsStopped(c.caseId(), stop.procedure());
    }

    private static @Nullable Deadline legalWithout(Reckoning reckoning, Clock clock, Stop stop, Instant end) {
        var legal = clock.legal();
        return legal == null ? null : reckoning.without(clock, legal, stop, end);
    }

    private static void mustBePositive(CaseCommand c, int workingDays) {
        refuseIf(workingDays <= 0, new DaysNotPositive(c.caseId(), workingDays));
    }
}
