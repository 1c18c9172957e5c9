package org.serviceledger.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.command.Examples.at;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.CalendarRefusal.YearNotPublished;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;

/** Checks the calendar of the State Council's notices, which ships with the program, against dates computed by hand. */
class OfficialCalendarTest {

    private static final WorkingDayCalendar CALENDAR = OfficialCalendar.calendar();

    @ParameterizedTest
    @CsvSource({
        "2020-01-17,  1, 2020-01-19", // a Sunday worked
        "2020-01-23,  1, 2020-02-03", // the holiday of 2020, extended by a second notice
        "2020-04-16,  5, 2020-04-23",
        "2020-04-24,  5, 2020-04-30", // a Sunday worked
        "2020-04-30,  1, 2020-05-06",
        "2020-09-30,  1, 2020-10-09", // two holidays combined
        "2024-02-04,  5, 2024-02-09", // New Year's Eve was worked in 2024
        "2024-04-30,  1, 2024-05-06",
        "2024-09-12,  2, 2024-09-14", // a Saturday worked
        "2024-12-31,  1, 2025-01-02", // across years
        "2025-01-24,  2, 2025-01-27",
        "2025-01-27,  1, 2025-02-05",
        "2025-12-31,  3, 2026-01-06", // a Sunday worked, by the notice of the next year
        "2026-02-13,  2, 2026-02-24",
        "2026-09-30,  5, 2026-10-13",
        "2026-04-16, 20, 2026-05-18", // 行政许可法 42
        "2018-10-15,  7, 2018-10-24",
        "2018-10-15, 10, 2018-10-29"
    })
    void countsFromTheNextDayToTheLast(LocalDate accepted, int workingDays, LocalDate due) {
        var deadline = CALENDAR.deadline(at(accepted + " 10:00"), TimeLimit.workingDays(workingDays));

        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(deadline.due()).isEqualTo(at(due.plusDays(1) + " 00:00"));
        assertThat(deadline.counted()).hasSize(workingDays).endsWith(due);
    }

    @ParameterizedTest
    @CsvSource({"2019, 250", "2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void hasSoManyWorkingDaysAYear(int year, int workingDays) {
        var first = LocalDate.of(year, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1)).filter(CALENDAR::isWorkingDay))
                .hasSize(workingDays);
    }

    @Test
    void namesEveryListedDayAfterItsHoliday() {
        assertThat(CalendarPublication.notices()).allSatisfy(notice -> {
            assertThat(notice.source()).contains("国务院办公厅关于%d年".formatted(notice.year()));
            assertThat(notice.off().values())
                    .isSubsetOf("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "国庆节、中秋节", "中秋节、国庆节");
            assertThat(notice.off().values()).containsAll(notice.work().values());
        });
        assertThat(CALENDAR.nameOf(LocalDate.of(2024, 2, 4))).contains("春节");
    }

    @Test
    void doesNotGuessAYearNobodyHasPublished() {
        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2027, 1, 4)))
                .extracting(CommandRefused::refusal)
                .isEqualTo(new YearNotPublished(2027));
        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> CALENDAR.deadline(at("2026-12-31 10:00"), TimeLimit.workingDays(1)))
                .extracting(CommandRefused::refusal)
                .isEqualTo(new YearNotPublished(2027));
    }
}
