package org.serviceledger.app.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.StaffDayCommand.CheckIn;
import org.serviceledger.api.staffday.StaffDayCommand.CheckOut;
import org.serviceledger.api.staffday.StaffDayCommand.EstablishAbsence;
import org.serviceledger.api.staffday.StaffDayCommand.GrantLeave;
import org.serviceledger.api.staffday.StaffDayCommand.HandOver;
import org.serviceledger.api.staffday.StaffDayCommand.Inspect;
import org.serviceledger.api.staffday.StaffDayCommand.Roster;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayCommand.CloseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.OpenWindow;
import org.serviceledger.api.windowday.WindowDayCommand.PauseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ResumeWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ServeExtraHours;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.app.demonstration.Presence.Day;
import org.serviceledger.app.demonstration.StaffedHall.Member;
import org.serviceledger.app.demonstration.StaffedHall.Window;

/**
 * Generates the days of staff and windows: rota, check-ins, leave and stand-ins, and windows opened, paused and closed.
 */
record HallDays(long seed, Presence attendance, DemonstratedDays period) {

    private static final List<String> PAUSES = List.of("参加业务会议", "取送材料", "系统维护", "引导群众");

    List<LedgerCommand> staffDay(StaffedHall hall, Member member, LocalDate date) {
        var id = StaffDayId.of(member.id(), date);
        var manager = hall.manager().at(null);
        var self = member.at(null);
        var eve = period.previousWorkingDay(date);
        var commands = new ArrayList<LedgerCommand>();
        commands.add(new Roster(id, manager, DemonstratedDays.at(eve, LocalTime.of(16, 30))));
        switch (attendance.of(member, date)) {
            case Day.Present(var in, var noonOut, var noonIn, var out) -> {
                commands.add(new CheckIn(id, device(member, date, in), self, DemonstratedDays.at(date, in)));
                inspect(hall, member, date).ifPresent(commands::add);
                commands.add(new CheckOut(id, null, self, DemonstratedDays.at(date, noonOut)));
                commands.add(new CheckIn(id, null, self, DemonstratedDays.at(date, noonIn)));
                commands.add(new CheckOut(id, null, self, DemonstratedDays.at(date, out)));
            }
            case Day.OnLeave(var kind, var reason) -> {
                var asked = DemonstratedDays.at(eve, LocalTime.of(16, 40));
                commands.add(new GrantLeave(
                        id,
                        kind,
                        DemonstratedDays.MORNING.start(),
                        DemonstratedDays.AFTERNOON.end(),
                        reason,
                        manager,
                        asked));
                cover(hall, member)
                        .ifPresent(b -> commands.add(new HandOver(
                                id,
                                b,
                                DemonstratedDays.MORNING.start(),
                                DemonstratedDays.AFTERNOON.end(),
                                self,
                                asked.plusSeconds(600))));
            }
            case Day.Missing(var left) -> {
                if (left != null) {
                    commands.add(new CheckIn(id, null, self, DemonstratedDays.at(date, LocalTime.of(8, 27, 10))));
                    commands.add(new CheckOut(id, null, self, DemonstratedDays.at(date, left)));
                }
                commands.add(new EstablishAbsence(
                        id,
                        left == null ? DemonstratedDays.MORNING.start() : left,
                        DemonstratedDays.AFTERNOON.end(),
                        false,
                        "未请假，未交接；B角未补岗，窗口无人",
                        manager,
                        DemonstratedDays.at(date, LocalTime.of(17, 40))));
            }
        }
        return commands;
    }

    List<LedgerCommand> windowDay(StaffedHall hall, Window window, LocalDate date) {
        var id = WindowDayId.of(window.id(), date);
        var serving = attendance.serving(hall, window, date);
        return switch (attendance.of(window.a(), date)) {
            case Day.Missing(var left) -> left == null ? List.of() : abandoned(id, hall, serving, date, left);
            case Day.Present there ->
                served(hall, id, serving, date, new Hours(there.in(), there.noonIn(), there.out()));
            case Day.OnLeave _ -> served(hall, id, serving, date, Hours.REGULAR);
        };
    }

    /** Presence of the person who serves: a window opens after they arrive and closes before they leave. */
    private record Hours(LocalTime in, LocalTime noonIn, LocalTime out) {

        private static final Hours REGULAR = new Hours(
                DemonstratedDays.MORNING.start(), DemonstratedDays.AFTERNOON.start(), DemonstratedDays.AFTERNOON.end());

        LocalTime open() {
            return in.isAfter(REGULAR.in) ? in : REGULAR.in;
        }

        LocalTime reopen() {
            return noonIn.isAfter(REGULAR.noonIn) ? noonIn : REGULAR.noonIn;
        }

        boolean isShort() {
            return out.isBefore(REGULAR.out);
        }

        LocalTime close() {
            return isShort() ? out.minusMinutes(1) : LocalTime.of(17, 29);
        }
    }

    /** Larger halls serve on Saturday mornings at their first window. */
    List<LedgerCommand> saturday(StaffedHall hall, LocalDate date) {
        var window = hall.windows().getFirst();
        var id = WindowDayId.of(window.id(), date);
        var by = window.a().at(window.id());
        return List.of(
                new OpenWindow(id, by, DemonstratedDays.at(date, LocalTime.of(8, 30))),
                new ServeExtraHours(id, ExtraService.WEEKEND, by, DemonstratedDays.at(date, LocalTime.of(8, 31))),
                new CloseWindow(id, by, DemonstratedDays.at(date, LocalTime.of(11, 30))));
    }

    /**
     * Larger halls close at noon, except for the noon service of their first window. Smaller halls do not record the
     * break.
     */
    private List<LedgerCommand> served(StaffedHall hall, WindowDayId id, Actor by, LocalDate date, Hours hours) {
        var chance = Chance.of(seed, "window", id);
        var commands = new ArrayList<LedgerCommand>();
        commands.add(new OpenWindow(id, by, at(date, hours.open(), chance)));
        if (chance.in(0.07)) {
            var pause = LocalTime.of(9, 30).plusMinutes(chance.between(0, 90));
            commands.add(new PauseWindow(id, chance.of(PAUSES), chance.in(0.93), by, at(date, pause, chance)));
            commands.add(new ResumeWindow(id, by, at(date, pause.plusMinutes(chance.between(8, 35)), chance)));
        }
        if (hall.isLarge()) {
            commands.add(new CloseWindow(id, by, at(date, DemonstratedDays.MORNING.end(), chance)));
        }
        if (hall.isLarge() && id.window().equals(hall.windows().getFirst().id())) {
            commands.add(new ServeExtraHours(id, ExtraService.NOON, by, at(date, LocalTime.of(12, 30), chance)));
        }
        if (hall.isLarge()) {
            commands.add(new OpenWindow(id, by, at(date, hours.reopen(), chance)));
        }
        if (!hours.isShort() && chance.in(0.04)) {
            commands.add(
                    new ServeExtraHours(id, ExtraService.LATE, by, at(date, DemonstratedDays.AFTERNOON.end(), chance)));
            commands.add(new CloseWindow(id, by, at(date, LocalTime.of(17, 45), chance)));
        } else {
            commands.add(new CloseWindow(id, by, at(date, hours.close(), chance)));
        }
        return commands;
    }

    /** A window left without a sign and without a stand-in until the manager closes it. */
    private static List<LedgerCommand> abandoned(
            WindowDayId id, StaffedHall hall, Actor by, LocalDate date, LocalTime left) {
        var manager = hall.manager().at(id.window());
        return List.of(
                new OpenWindow(id, by, DemonstratedDays.at(date, LocalTime.of(8, 31))),
                new PauseWindow(id, "人员外出", false, by, DemonstratedDays.at(date, left)),
                new CloseWindow(id, manager, DemonstratedDays.at(date, LocalTime.of(17, 32))));
    }

    private Optional<LedgerCommand> inspect(StaffedHall hall, Member member, LocalDate date) {
        var chance = Chance.of(seed, "inspect", member.id(), date);
        if (hall.isVillage() || !chance.in(0.04) || member.equals(hall.manager())) {
            return Optional.empty();
        }
        var uniform = chance.in(0.95);
        return Optional.of(new Inspect(
                StaffDayId.of(member.id(), date),
                uniform,
                chance.in(0.96),
                chance.in(0.97),
                uniform ? null : "未着制服",
                hall.manager().at(null),
                DemonstratedDays.at(date, LocalTime.of(10, 0).plusMinutes(chance.between(0, 50)))));
    }

    private static Optional<StaffId> cover(StaffedHall hall, Member away) {
        return hall.windows().stream()
                .filter(window -> window.a().equals(away))
                .map(window -> window.b().id())
                .findFirst();
    }

    /** The device's clock, which is sometimes off by a few seconds. */
    private Instant device(Member member, LocalDate date, LocalTime in) {
        return DemonstratedDays.at(date, in)
                .plusSeconds(Chance.of(seed, "device", member.id()).between(-4, 5));
    }

    private static Instant at(LocalDate date, LocalTime time, Chance chance) {
        return DemonstratedDays.at(date, time.plusSeconds(chance.between(0, 55)));
    }
}
