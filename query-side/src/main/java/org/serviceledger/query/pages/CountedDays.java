package org.serviceledger.query.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.Deadline;

/** A time limit as a wall calendar: which days counted, which did not, when the limit ended and when the case ended. */
public record CountedDays(List<Month> months) {

    /** A longer calendar tells no more than the dates do. */
    private static final int MOST_MONTHS = 4;

    /** A month in weeks from Monday to Sunday. */
    public record Month(YearMonth month, List<List<Cell>> weeks) {}

    /** The meaning of a day for the limit. If several apply, the first in this order is shown. */
    public enum Kind {
        DUE,
        START,
        COUNTED,
        OVERRUN,
        OFF,
        OUTSIDE
    }

    /**
     * One square.
     *
     * @param day absent in squares before the first and after the last day of the month
     * @param ordinal the number of a counted day, from 1; absent for other days
     * @param ended whether the case ended on this day
     */
    public record Cell(
            @Nullable LocalDate day, Kind kind, @Nullable Integer ordinal, boolean ended) {}

    /**
     * Lays out a deadline.
     *
     * @param ended the day the case ended, null if it is open
     * @param today the day up to which an open case is shown to overrun
     */
    public static CountedDays of(Deadline deadline, @Nullable LocalDate ended, LocalDate today) {
        var ranUntil = ended == null ? today : ended;
        var last = ranUntil.isAfter(deadline.dueOn()) ? ranUntil : deadline.dueOn();
        var months = new ArrayList<Month>();
        var limit = YearMonth.from(deadline.from()).plusMonths(MOST_MONTHS);
        for (var month = YearMonth.from(deadline.from());
                !month.isAfter(YearMonth.from(last)) && month.isBefore(limit);
                month = month.plusMonths(1)) {
            months.add(new Month(month, weeks(month, day -> cell(day, deadline, ranUntil, ended))));
        }
        return new CountedDays(months);
    }

    private static List<List<Cell>> weeks(YearMonth month, Function<LocalDate, Cell> cell) {
        var first = month.atDay(1).with(DayOfWeek.MONDAY);
        var weeks = new ArrayList<List<Cell>>();
        for (var monday = first; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            var start = monday;
            weeks.add(IntStream.range(0, 7)
                    .mapToObj(start::plusDays)
                    .map(day -> YearMonth.from(day).equals(month)
                            ? cell.apply(day)
                            : new Cell(null, Kind.OUTSIDE, null, false))
                    .toList());
        }
        return weeks;
    }

    private static Cell cell(LocalDate day, Deadline deadline, LocalDate ranUntil, @Nullable LocalDate ended) {
        var place = deadline.counted().indexOf(day);
        return new Cell(
                day, kind(day, place >= 0, deadline, ranUntil), place < 0 ? null : place + 1, day.equals(ended));
    }

    private static Kind kind(LocalDate day, boolean counted, Deadline deadline, LocalDate ranUntil) {
        if (day.equals(deadline.dueOn())) {
            return Kind.DUE;
        }
        if (day.equals(deadline.from())) {
            return Kind.START;
        }
        if (counted) {
            return Kind.COUNTED;
        }
        if (day.isAfter(deadline.dueOn())) {
            return day.isAfter(ranUntil) ? Kind.OUTSIDE : Kind.OVERRUN;
        }
        return day.isAfter(deadline.from()) ? Kind.OFF : Kind.OUTSIDE;
    }
}
