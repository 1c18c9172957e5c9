package org.serviceledger.command.staffday;

import static org.serviceledger.api.calendar.WorkingDayCalendar.CHINA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayCommand.CheckIn;
import org.serviceledger.api.staffday.StaffDayCommand.CheckOut;
import org.serviceledger.api.staffday.StaffDayCommand.EstablishAbsence;
import org.serviceledger.api.staffday.StaffDayCommand.GrantLeave;
import org.serviceledger.api.staffday.StaffDayCommand.HandOver;
import org.serviceledger.api.staffday.StaffDayCommand.Inspect;
import org.serviceledger.api.staffday.StaffDayCommand.Roster;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayEvent.AbsenceEstablished;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedOut;
import org.serviceledger.api.staffday.StaffDayEvent.HandedOver;
import org.serviceledger.api.staffday.StaffDayEvent.Inspected;
import org.serviceledger.api.staffday.StaffDayEvent.LeaveGranted;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.api.staffday.StaffDayRefusal;
import org.serviceledger.api.staffday.StaffDayRefusal.AlreadyCheckedIn;
import org.serviceledger.api.staffday.StaffDayRefusal.AlreadyRostered;
import org.serviceledger.api.staffday.StaffDayRefusal.AnotherDay;
import org.serviceledger.api.staffday.StaffDayRefusal.BeforeThePrevious;
import org.serviceledger.api.staffday.StaffDayRefusal.EndsBeforeItBegins;
import org.serviceledger.api.staffday.StaffDayRefusal.HandedToOneself;
import org.serviceledger.api.staffday.StaffDayRefusal.LeaveAfterwards;
import org.serviceledger.api.staffday.StaffDayRefusal.NoServiceHours;
import org.serviceledger.api.staffday.StaffDayRefusal.NoShiftLeft;
import org.serviceledger.api.staffday.StaffDayRefusal.NoSuchStaff;
import org.serviceledger.api.staffday.StaffDayRefusal.NotCheckedIn;
import org.serviceledger.command.staff.StaffRecord;
import org.serviceledger.command.staff.StaffRecord.Posting;
import org.serviceledger.command.staffday.StaffDayState.NotRostered;
import org.serviceledger.command.staffday.StaffDayState.OnRota;

/** The rules of a staff member's day. Pure functions: they depend on no framework and no clock. */
final class StaffDayDecider {

    private StaffDayDecider() {}

    static List<StaffDayEvent> decide(StaffDayState state, StaffDayCommand command, StaffDayFacts facts) {
        return switch (command) {
            case Roster roster -> roster(state, roster, facts);
            case CheckIn in -> checkIn(mustBeNow(mustBeOnRota(state, in), in), in);
            case CheckOut out -> checkOut(mustBeNow(mustBeOnRota(state, out), out), out);
            case Inspect inspect -> inspect(mustBeNow(mustBeOnRota(state, inspect), inspect), inspect);
            case GrantLeave leave -> grantLeave(mustBeOnRota(state, leave), leave);
            case HandOver over -> handOver(mustBeOnRota(state, over), over, facts);
            case EstablishAbsence absence -> establishAbsence(mustBeOnRota(state, absence), absence);
        };
    }

    /** The commands that may follow in this state at this time of the day itself; every other one is refused. */
    static Set<Class<? extends StaffDayCommand>> legal(StaffDayState state, Instant now) {
        return switch (state) {
            case NotRostered _ -> Set.of(Roster.class);
            case OnRota day -> {
                var legal = new HashSet<Class<? extends StaffDayCommand>>(
                        Set.of(Inspect.class, GrantLeave.class, HandOver.class, EstablishAbsence.class));
                if (day.present() != null) {
                    legal.add(CheckOut.class);
                } else if (day.rota().due(timeOf(now), day.attended()).isPresent()) {
                    legal.add(CheckIn.class);
                }
                yield Set.copyOf(legal);
            }
        };
    }

    private static List<StaffDayEvent> roster(StaffDayState state, Roster c, StaffDayFacts facts) {
        var id = c.staffDayId();
        refuseIf(!(state instanceof NotRostered), new AlreadyRostered(id));
        var member = memberOf(c, facts);
        var hall = facts.hall()
                .filter(found -> !found.shifts().isEmpty())
                .orElseThrow(() -> new CommandRefused(new NoServiceHours(member.organization())));
        var posting = member.postingOn(id.date());
        return List.of(new Rostered(
                id,
                member.name(),
                member.organization(),
                posting.map(Posting::window).orElse(null),
                posting.map(Posting::duty).orElse(null),
                posting.map(Posting::partner).orElse(null),
                hall.shifts(),
                hall.graceMinutes(),
                c.by(),
                c.at()));
    }

    private static List<StaffDayEvent> checkIn(OnRota day, CheckIn c) {
        var id = c.staffDayId();
        refuseIf(day.present() != null, new AlreadyCheckedIn(id));
        var time = timeOf(c.at());
        var shift =
                day.rota().due(time, day.attended()).orElseThrow(() -> new CommandRefused(new NoShiftLeft(id, c.at())));
        return List.of(new CheckedIn(
                id,
                day.rota().organization(),
                shift.name(),
                day.rota().lateMinutes(shift, time),
                c.deviceTime(),
                c.by(),
                c.at()));
    }

    private static List<StaffDayEvent> checkOut(OnRota day, CheckOut c) {
        var present = day.present();
        if (present == null) {
            throw new CommandRefused(new NotCheckedIn(c.staffDayId()));
        }
        var shift = day.shift(present.shift());
        var served = Duration.between(present.since(), c.at()).toMinutes();
        return List.of(new CheckedOut(
                c.staffDayId(),
                day.rota().organization(),
                shift.name(),
                day.rota().earlyMinutes(shift, timeOf(c.at())),
                Math.toIntExact(served),
                c.deviceTime(),
                c.by(),
                c.at()));
    }

    private static List<StaffDayEvent> inspect(OnRota day, Inspect c) {
        return List.of(new Inspected(
                c.staffDayId(),
                day.rota().organization(),
                c.uniform(),
                c.badge(),
                c.atPost(),
                c.note(),
                c.by(),
                c.at()));
    }

    private static List<StaffDayEvent> grantLeave(OnRota day, GrantLeave c) {
        var id = c.staffDayId();
        mustBeInOrder(c.from(), c.to());
        var begins = id.date().atTime(c.from()).atZone(CHINA).toInstant();
        refuseIf(c.at().isAfter(begins), new LeaveAfterwards(id));
        return List.of(new LeaveGranted(
                id, day.rota().organization(), c.kind(), c.from(), c.to(), c.reason(), c.by(), c.at()));
    }

    private static List<StaffDayEvent> handOver(OnRota day, HandOver c, StaffDayFacts facts) {
        var id = c.staffDayId();
        var member = memberOf(c, facts);
        mustBeInOrder(c.from(), c.until());
        refuseIf(c.to().equals(member.id()), new HandedToOneself(id));
        var substitute = facts.substitute().orElseThrow(() -> new CommandRefused(new NoSuchStaff(c.to())));
        return List.of(new HandedOver(
                id,
                day.rota().organization(),
                person(member),
                person(substitute),
                c.from(),
                c.until(),
                c.by(),
                c.at()));
    }

    private static Actor.Person person(StaffRecord staff) {
        return new Actor.Person(staff.id().value(), staff.name());
    }

    private static List<StaffDayEvent> establishAbsence(OnRota day, EstablishAbsence c) {
        mustBeInOrder(c.from(), c.to());
        var minutes = Math.toIntExact(Duration.between(c.from(), c.to()).toMinutes());
        return List.of(new AbsenceEstablished(
                c.staffDayId(),
                day.rota().organization(),
                c.from(),
                c.to(),
                minutes,
                c.covered(),
                c.note(),
                c.by(),
                c.at()));
    }

    private static StaffRecord memberOf(StaffDayCommand c, StaffDayFacts facts) {
        return facts.member()
                .filter(member -> member.isInServiceOn(c.staffDayId().date()))
                .orElseThrow(() -> new CommandRefused(new NoSuchStaff(c.staffDayId())));
    }

    private static OnRota mustBeOnRota(StaffDayState state, StaffDayCommand c) {
        return switch (state) {
            case OnRota day -> day;
            case NotRostered _ -> throw new CommandRefused(new StaffDayRefusal.NotRostered(c.staffDayId()));
        };
    }

    /**
     * The person's own acts and inspections must be dated on the day itself and follow each other in time. Leave,
     * handovers and absences may be recorded on another day.
     */
    private static OnRota mustBeNow(OnRota day, StaffDayCommand c) {
        var id = c.staffDayId();
        refuseIf(!c.at().atZone(CHINA).toLocalDate().equals(id.date()), new AnotherDay(id, c.at()));
        refuseIf(c.at().isBefore(day.last()), new BeforeThePrevious(id, c.at(), day.last()));
        return day;
    }

    private static LocalTime timeOf(Instant at) {
        return at.atZone(CHINA).toLocalTime();
    }

    private static void mustBeInOrder(LocalTime from, LocalTime to) {
        refuseIf(!from.isBefore(to), new EndsBeforeItBegins(from, to));
    }

    private static void refuseIf(boolean broken, StaffDayRefusal refusal) {
        if (broken) {
            throw new CommandRefused(refusal);
        }
    }
}
