package org.serviceledger.query.pages;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.query.shared.Spans;
import org.serviceledger.words.Language;
import org.serviceledger.words.Words;
import org.springframework.stereotype.Component;

/** Formats numbers and times the same on all pages, in the current language. Absent values become a dash. */
@Component("figures")
class Figures {

    private static final String ABSENT = "—";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    public String at(@Nullable Instant moment) {
        return moment == null ? ABSENT : MINUTE.format(moment.atZone(WorkingDayCalendar.CHINA));
    }

    public String clock(@Nullable Instant moment) {
        return moment == null ? ABSENT : CLOCK.format(moment.atZone(WorkingDayCalendar.CHINA));
    }

    public String clock(@Nullable LocalTime time) {
        return time == null ? ABSENT : CLOCK.format(time);
    }

    public LocalDate dayOf(Instant moment) {
        return moment.atZone(WorkingDayCalendar.CHINA).toLocalDate();
    }

    /**
     * Formats the last day on which a deadline is met.
     *
     * @param due the instant at which the deadline ends
     */
    public String lastDay(@Nullable Instant due) {
        return due == null ? ABSENT : Spans.lastDay(due).toString();
    }

    /** Returns the last day on which a deadline is met, for use in a sentence. */
    public LocalDate lastDayOf(Instant due) {
        return Spans.lastDay(due);
    }

    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale());
    }

    /** The names of the days from Monday to Sunday, for the head of a calendar. */
    public List<String> weekdays() {
        var style = Language.current() == Language.CHINESE ? TextStyle.NARROW : TextStyle.SHORT;
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(style, locale()))
                .toList();
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(Words.say("span.month"), locale()).format(month);
    }

    public boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    public String whole(@Nullable Number number) {
        return number == null ? ABSENT : "%,d".formatted(number.longValue());
    }

    public String decimal(@Nullable Number number) {
        return number == null ? ABSENT : "%,.1f".formatted(number.doubleValue());
    }

    /** Formats a ratio, of which 1 is 100 %. */
    public String percent(@Nullable Number ratio) {
        return ratio == null ? ABSENT : "%.1f%%".formatted(100 * ratio.doubleValue());
    }

    public String limit(@Nullable TimeLimit limit) {
        return limit == null ? ABSENT : limit.toString();
    }

    /** Formats a limit and its last day. */
    public String limit(@Nullable TimeLimit limit, @Nullable Instant due) {
        return until(limit == null ? null : limit.toString(), due);
    }

    /** Formats a limit that is already text, and its last day. */
    public String until(@Nullable String limit, @Nullable Instant due) {
        return Objects.requireNonNullElse(Spans.until(limit, due), ABSENT);
    }

    public String workingDays(@Nullable Integer days) {
        return days == null ? ABSENT : Spans.workingDays(days);
    }

    public String used(@Nullable TimeUsed used) {
        if (used == null) {
            return ABSENT;
        }
        return used.workingDays() == null
                ? elapsed(used.elapsedSeconds())
                : Words.say("span.used", "days", used.workingDays(), "elapsed", elapsed(used.elapsedSeconds()));
    }

    /** Formats a stretch of wall-clock time in its two largest units. */
    public String elapsed(@Nullable Number seconds) {
        if (seconds == null) {
            return ABSENT;
        }
        var time = Duration.ofSeconds(seconds.longValue());
        if (time.toDays() > 0) {
            return Words.say("span.days-hours", "days", time.toDays(), "hours", time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return Words.say("span.hours-minutes", "hours", time.toHours(), "minutes", time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? Words.say("span.minutes-seconds", "minutes", time.toMinutes(), "seconds", time.toSecondsPart())
                : Words.say("span.seconds", "seconds", time.toSeconds());
    }

    /** Whether more than five minutes lie between an act and its recording. Pages then show both times. */
    public boolean isRecordedApart(Instant occurred, Instant recorded) {
        return Duration.between(occurred, recorded).abs().compareTo(Duration.ofMinutes(5)) > 0;
    }

    private static Locale locale() {
        return Language.current().locale();
    }
}
