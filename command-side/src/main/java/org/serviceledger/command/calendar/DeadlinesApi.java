package org.serviceledger.command.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.command.web.RequestRefused;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Computes when a time limit ends and lists the days counted and skipped. */
@RestController
@RequestMapping(path = "/api/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
final class DeadlinesApi {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final CurrentCalendar calendar;

    DeadlinesApi(CurrentCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping
    Answer deadline(
            @RequestParam String from,
            @RequestParam @Min(1) @Max(1000) int limit,
            @RequestParam(defaultValue = "working-day") String unit) {
        var start = start(from);
        var current = calendar.calendar();
        return Answer.of(current.deadline(start, new TimeLimit(limit, unit(unit))), start, current);
    }

    /** Parses an instant, or a day as its start in China. */
    private static Instant start(String from) {
        try {
            var start = from.length() > 10
                    ? OffsetDateTime.parse(from).toInstant()
                    : LocalDate.parse(from)
                            .atStartOfDay(WorkingDayCalendar.CHINA)
                            .toInstant();
            var year = start.atZone(WorkingDayCalendar.CHINA).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return start;
            }
        } catch (DateTimeException _) {
            // refused below
        }
        throw RequestRefused.ofField("from", Message.of("fault.day-or-time"));
    }

    private static LimitUnit unit(String code) {
        return Arrays.stream(LimitUnit.values())
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RequestRefused.ofField(
                        "unit",
                        Message.of(
                                "fault.unit",
                                "units",
                                Arrays.stream(LimitUnit.values())
                                        .map(LimitUnit::code)
                                        .toList())));
    }

    /**
     * A deadline with its computation.
     *
     * @param due the last day
     * @param dueAt the end of the limit; any later instant is late
     * @param counted the days that count
     * @param skipped the days in between that do not count
     */
    record Answer(
            LocalDate from,
            int limit,
            LimitUnit unit,
            LocalDate due,
            Instant dueAt,
            List<LocalDate> counted,
            List<Skipped> skipped,
            String algorithm,
            int calendarVersion) {

        private static Answer of(Deadline deadline, Instant start, WorkingDayCalendar calendar) {
            return new Answer(
                    start.atZone(WorkingDayCalendar.CHINA).toLocalDate(),
                    deadline.limit().value(),
                    deadline.limit().unit(),
                    deadline.dueOn(),
                    deadline.due(),
                    deadline.counted(),
                    skipped(deadline, calendar),
                    deadline.algorithm(),
                    deadline.calendarVersion());
        }

        private static List<Skipped> skipped(Deadline deadline, WorkingDayCalendar calendar) {
            if (deadline.limit().unit() == LimitUnit.HOUR) {
                return List.of();
            }
            var counted = Set.copyOf(deadline.counted());
            return deadline.from()
                    .plusDays(1)
                    .datesUntil(deadline.dueOn().plusDays(1))
                    .filter(day -> !counted.contains(day))
                    .map(day -> Skipped.of(day, calendar))
                    .toList();
        }
    }

    /** A day that does not count, with the published holiday name or else the day of the week. */
    record Skipped(LocalDate day, String name) {

        private static Skipped of(LocalDate day, WorkingDayCalendar calendar) {
            return new Skipped(
                    day,
                    calendar.nameOf(day)
                            .orElseGet(() -> day.getDayOfWeek()
                                    .getDisplayName(
                                            TextStyle.FULL, Language.current().locale())));
        }
    }
}
