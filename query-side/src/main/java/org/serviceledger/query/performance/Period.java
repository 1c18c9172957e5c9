package org.serviceledger.query.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Days from the first to the last, both included. */
record Period(LocalDate first, LocalDate last) {

    /**
     * Splits the period into days, weeks from Monday, or months. The outer parts are cut off where the period begins
     * and ends.
     */
    List<Period> by(GroupBy unit) {
        return switch (unit) {
            case DAY -> parts(day -> day);
            case WEEK -> parts(day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case MONTH -> parts(day -> day.with(TemporalAdjusters.lastDayOfMonth()));
            case ORGANIZATION, ITEM, WINDOW, STAFF, DEPARTMENT, CATEGORY -> List.of(this);
        };
    }

    private List<Period> parts(UnaryOperator<LocalDate> lastOf) {
        return Stream.iterate(
                        part(first, lastOf),
                        part -> !part.first.isAfter(last),
                        part -> part(part.last.plusDays(1), lastOf))
                .toList();
    }

    private Period part(LocalDate from, UnaryOperator<LocalDate> lastOf) {
        var end = lastOf.apply(from);
        return new Period(from, end.isAfter(last) ? last : end);
    }
}
