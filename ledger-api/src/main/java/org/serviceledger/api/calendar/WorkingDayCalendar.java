package org.serviceledger.api.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.serviceledger.api.CommandRefused;

/**
 * The working-day calendar (工作日历): Monday to Friday, less the published holidays, plus the published make-up days
 * (调休上班). A query for a year that is not published is refused; the calendar never guesses.
 *
 * @param version the number of publications that made this calendar
 * @param years the published years
 */
public record WorkingDayCalendar(int version, Map<Integer, Year> years) {

    /** The time zone of days and deadlines. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The counting rule: start with the next day, count to the N-th, end at 24:00 (民法典 201, 203; 行政许可法 82). */
    public static final String ALGORITHM = "next-day/end-of-day@1";

    /** One published year: holidays off (放假) and make-up days worked (调休上班), each with the holiday's name. */
    public record Year(Map<LocalDate, String> off, Map<LocalDate, String> work) {

        public Year {
            off = Map.copyOf(off);
            work = Map.copyOf(work);
        }
    }

    public WorkingDayCalendar {
        years = Map.copyOf(years);
    }

    public static WorkingDayCalendar empty() {
        return new WorkingDayCalendar(0, Map.of());
    }

    public WorkingDayCalendar with(int year, Year published) {
        var more = new TreeMap<>(years);
        more.put(year, published);
        return new WorkingDayCalendar(version + 1, more);
    }

    /**
     * Returns whether the day is a working day in law.
     *
     * @throws CommandRefused with {@link CalendarRefusal.YearNotPublished} if the year is not published
     */
    public boolean isWorkingDay(LocalDate day) {
        mustBePublished(day.getYear());
        if (listed(day, Year::work).isPresent()) {
            return true;
        }
        if (listed(day, Year::off).isPresent()) {
            return false;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Returns the holiday name published for the day (such as 国庆节), whether the day is off or a make-up day. */
    public Optional<String> nameOf(LocalDate day) {
        return listed(day, Year::work).or(() -> listed(day, Year::off));
    }

    /** Returns whether all years from the first day to the second are published. */
    public boolean covers(LocalDate from, LocalDate to) {
        for (var year = from.getYear(); year <= to.getYear(); year++) {
            if (!years.containsKey(year)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the deadline of a limit that starts at the given instant.
     *
     * @throws CommandRefused with {@link CalendarRefusal.YearNotPublished} if a needed year is not published
     */
    public Deadline deadline(Instant start, TimeLimit limit) {
        return deadline(start, limit, 0);
    }

    /**
     * Returns the deadline of {@link #deadline(Instant, TimeLimit)} extended by {@code deducted} days that do not count
     * (不计入期限), in the unit of the limit; for hours, calendar days.
     */
    public Deadline deadline(Instant start, TimeLimit limit, int deducted) {
        var from = start.atZone(CHINA).toLocalDate();
        return switch (limit.unit()) {
            case HOUR -> hours(start, from, limit, deducted);
            case CALENDAR_DAY -> days(from, limit, deducted, _ -> true);
            case WORKING_DAY -> days(from, limit, deducted, this::isWorkingDay);
        };
    }

    /**
     * Returns the number of working days after the first day, up to and including the last; zero within one day.
     *
     * @throws CommandRefused with {@link CalendarRefusal.YearNotPublished} if a needed year is not published
     */
    public int workingDaysBetween(Instant start, Instant end) {
        var last = end.atZone(CHINA).toLocalDate();
        var count = 0;
        for (var day = start.atZone(CHINA).toLocalDate().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private Deadline hours(Instant start, LocalDate from, TimeLimit limit, int deducted) {
        var due = start.plusSeconds(3600L * limit.value()).plusSeconds(86_400L * deducted);
        return new Deadline(from, limit, deducted, due.atZone(CHINA).toLocalDate(), due, List.of(), ALGORITHM, version);
    }

    private Deadline days(LocalDate from, TimeLimit limit, int deducted, Predicate<LocalDate> counts) {
        var counted = new ArrayList<LocalDate>();
        var day = from;
        while (counted.size() < limit.value() + deducted) {
            day = day.plusDays(1);
            if (counts.test(day)) {
                counted.add(day);
            }
        }
        var due = day.plusDays(1).atStartOfDay(CHINA).toInstant();
        return new Deadline(from, limit, deducted, day, due, counted, ALGORITHM, version);
    }

    private void mustBePublished(int year) {
        if (!years.containsKey(year)) {
            throw new CommandRefused(new CalendarRefusal.YearNotPublished(year));
        }
    }

    /** A notice may also name days at the end of the previous year, so the notices of two years are searched. */
    private Optional<String> listed(LocalDate day, Function<Year, Map<LocalDate, String>> kind) {
        for (var year = day.getYear(); year <= day.getYear() + 1; year++) {
            var notice = years.get(year);
            var name = notice == null ? null : kind.apply(notice).get(day);
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
