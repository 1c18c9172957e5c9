package org.serviceledger.app.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.app.demonstration.StaffedHall.Member;
import org.serviceledger.app.demonstration.StaffedHall.Window;

/** Who is present on which day, and so who serves at a window: A, or B on A's behalf. */
record Presence(long seed, Story story) {

    /** A person's day. */
    sealed interface Day {

        /** Present; arrival and departure, morning and afternoon. */
        record Present(LocalTime in, LocalTime noonOut, LocalTime noonIn, LocalTime out) implements Day {}

        /** On leave all day, granted the day before. */
        record OnLeave(LeaveKind kind, String reason) implements Day {}

        /** Absent without leave; {@code left} is when they went, null if they never came. */
        record Missing(@Nullable LocalTime left) implements Day {}
    }

    Day of(Member member, LocalDate day) {
        return story.dayOf(member, day).orElseGet(() -> usual(member, day));
    }

    boolean isThere(Member member, LocalDate day) {
        return of(member, day) instanceof Day.Present;
    }

    /** The person who serves at the window: A; B on A's behalf while A is on leave; the manager if B is away too. */
    Actor serving(StaffedHall hall, Window window, LocalDate day) {
        if (!(of(window.a(), day) instanceof Day.OnLeave)) {
            return window.a().at(window.id());
        }
        var standIn = isThere(window.b(), day) ? window.b() : hall.manager();
        return standIn.at(window.id(), window.a());
    }

    private Day usual(Member member, LocalDate day) {
        var chance = Chance.of(seed, "attendance", member.id(), day);
        if (mayBeAway(member, day) && chance.in(0.06)) {
            return leave(chance);
        }
        var in = LocalTime.of(8, 10).plusSeconds(chance.between(0, 20 * 60));
        var out = DemonstratedDays.AFTERNOON.end().plusSeconds(chance.between(20, 18 * 60));
        var noonIn = LocalTime.of(13, 40).plusSeconds(chance.between(0, 19 * 60));
        return switch (chance.weighted(930, 28, 12, 20, 10)) {
            case 1 -> new Day.Present(in.plusMinutes(chance.between(31, 52)), noonOut(chance), noonIn, out);
            case 2 -> new Day.Present(in, noonOut(chance), noonIn.plusMinutes(chance.between(27, 45)), out);
            case 3 ->
                new Day.Present(in, noonOut(chance), noonIn, LocalTime.of(17, 0).plusMinutes(chance.between(0, 22)));
            default -> new Day.Present(in, noonOut(chance), noonIn, out);
        };
    }

    /** Neighbours who stand in for each other are never away on the same day. */
    private static boolean mayBeAway(Member member, LocalDate day) {
        var number = member.id().number();
        return (number.charAt(number.length() - 1) + day.toEpochDay()) % 2 == 0;
    }

    private static Day leave(Chance chance) {
        return switch (chance.weighted(35, 30, 20, 15)) {
            case 0 -> new Day.OnLeave(LeaveKind.ANNUAL, "年休假");
            case 1 -> new Day.OnLeave(LeaveKind.PERSONAL, "家中有事");
            case 2 -> new Day.OnLeave(LeaveKind.SICK, "就诊");
            default -> new Day.OnLeave(LeaveKind.TRAINING, "业务培训");
        };
    }

    private static LocalTime noonOut(Chance chance) {
        return DemonstratedDays.MORNING.end().plusSeconds(chance.between(20, 12 * 60));
    }
}
