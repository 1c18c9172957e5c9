package org.serviceledger.query.pages;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.TimeUsed;
import org.springframework.stereotype.Component;

/** How the pages write numbers, times and names of our own, the same everywhere; what is absent is a dash. */
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

    /** The last day on which a deadline is kept, of the instant from which on it is not. */
    public String lastDay(@Nullable Instant due) {
        return due == null ? ABSENT : dayOf(due.minusMillis(1)).toString();
    }

    public String weekday(LocalDate day) {
        return "周" + day.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.CHINA);
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

    /** Of a ratio between 0 and 1. */
    public String percent(@Nullable Number ratio) {
        return ratio == null ? ABSENT : "%.1f%%".formatted(100 * ratio.doubleValue());
    }

    public String limit(@Nullable TimeLimit limit) {
        return limit == null ? ABSENT : limit.value() + " 个" + limit.unit().term();
    }

    public String limitInEnglish(@Nullable TimeLimit limit) {
        if (limit == null) {
            return "";
        }
        var unit = switch (limit.unit()) {
            case WORKING_DAY -> "working day";
            case CALENDAR_DAY -> "calendar day";
            case HOUR -> "hour";
        };
        return limit.value() + " " + unit + (limit.value() == 1 ? "" : "s");
    }

    public String used(@Nullable TimeUsed used) {
        if (used == null) {
            return ABSENT;
        }
        return used.workingDays() == null
                ? elapsed(used.elapsedSeconds())
                : "%d 个工作日（%s）".formatted(used.workingDays(), elapsed(used.elapsedSeconds()));
    }

    /** A stretch of wall-clock time in its two largest units. */
    public String elapsed(@Nullable Number seconds) {
        if (seconds == null) {
            return ABSENT;
        }
        var time = Duration.ofSeconds(seconds.longValue());
        if (time.toDays() > 0) {
            return "%,d 天 %d 小时".formatted(time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return "%d 小时 %d 分".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? "%d 分 %d 秒".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d 秒".formatted(time.toSeconds());
    }

    /** Whether something entered the ledger so long after it happened that both times are worth a look. */
    public boolean isRecordedApart(Instant occurred, Instant recorded) {
        return Duration.between(occurred, recorded).abs().compareTo(Duration.ofMinutes(5)) > 0;
    }

    /** An enum constant or a wire name in English words: {@code case.step-finished} is "step finished". */
    public String english(@Nullable Object name) {
        if (name == null) {
            return "";
        }
        var text = name instanceof Enum<?> constant ? constant.name() : name.toString();
        return text.substring(text.indexOf('.') + 1)
                .replace('_', ' ')
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
