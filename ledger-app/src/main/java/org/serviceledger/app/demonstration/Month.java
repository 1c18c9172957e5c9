package org.serviceledger.app.demonstration;

import static org.serviceledger.api.calendar.WorkingDayCalendar.CHINA;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.calendar.WorkingDayCalendar;

/**
 * All commands of the demonstration, in order: the foundation first, then day by day. The lists of a step are
 * independent of each other; the commands of a list must keep their order.
 */
record Month(County county, DemonstratedDays period, List<List<List<LedgerCommand>>> steps) {

    /** Generates the month. The same seed, moment and calendar always give identical commands. */
    static Month endingAt(Instant now, WorkingDayCalendar calendar, long seed) {
        var period = DemonstratedDays.endingAt(now, calendar);
        var county = County.of(seed);
        var items = Item.catalogue();
        var story = Story.in(period);
        var attendance = new Presence(seed, story);
        var streams = new ArrayList<List<LedgerCommand>>();
        var days = new HallDays(seed, attendance, period);
        var cases = new CaseDays(seed, items, attendance, period);
        for (var day : period.days()) {
            for (var hall : county.halls()) {
                hall.onRota().forEach(member -> streams.add(days.staffDay(hall, member, day)));
                hall.windows().forEach(window -> streams.add(days.windowDay(hall, window, day)));
                streams.addAll(cases.of(hall, day));
            }
        }
        saturdays(period)
                .forEach(day -> county.halls().stream()
                        .filter(StaffedHall::isLarge)
                        .forEach(hall -> streams.add(days.saturday(hall, day))));
        streams.add(story.commands(county, items, attendance));
        var steps = new ArrayList<>(new Foundation(seed, county, items, period).steps());
        steps.addAll(byDay(streams, period.now()));
        return new Month(county, period, steps);
    }

    Stream<LedgerCommand> commands() {
        return steps.stream().flatMap(List::stream).flatMap(List::stream);
    }

    private static Stream<LocalDate> saturdays(DemonstratedDays period) {
        return period.first()
                .datesUntil(period.days().getLast())
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY
                        && !period.days().contains(day));
    }

    /** Splits every stream by day and drops commands after {@code now}. */
    private static List<List<List<LedgerCommand>>> byDay(List<List<LedgerCommand>> streams, Instant now) {
        var days = new TreeMap<LocalDate, List<List<LedgerCommand>>>();
        for (var stream : streams) {
            Map<LocalDate, List<LedgerCommand>> parts = new LinkedHashMap<>();
            for (var command : stream) {
                if (!command.at().isAfter(now)) {
                    parts.computeIfAbsent(command.at().atZone(CHINA).toLocalDate(), _ -> new ArrayList<>())
                            .add(command);
                }
            }
            parts.forEach((day, part) ->
                    days.computeIfAbsent(day, _ -> new ArrayList<>()).add(part));
        }
        return List.copyOf(days.values());
    }
}
