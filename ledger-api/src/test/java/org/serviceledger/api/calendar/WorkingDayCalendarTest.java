package org.serviceledger.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayId;

class WorkingDayCalendarTest {

    private static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.empty()
            .with(
                    2024,
                    new WorkingDayCalendar.Year(
                            Map.of(LocalDate.parse("2024-05-01"), "劳动节"),
                            Map.of(LocalDate.parse("2024-04-28"), "劳动节")));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDayCalendar.CHINA).toInstant();
    }

    @Nested
    class ADeadline {

        @Test
        void startsTheNextDayAndEndsAtMidnightOfTheLast() {
            var deadline = CALENDAR.deadline(at("2024-04-26T10:00:00"), TimeLimit.workingDays(2));

            assertThat(deadline.counted())
                    .containsExactly(LocalDate.parse("2024-04-28"), LocalDate.parse("2024-04-29"));
            assertThat(deadline.due()).isEqualTo(at("2024-04-30T00:00:00"));
        }

        @Test
        void isPutOffByEveryDayThatDoesNotCount() {
            var deadline = CALENDAR.deadline(at("2024-04-26T10:00:00"), TimeLimit.workingDays(2), 2);

            assertThat(deadline.dueOn()).isEqualTo(LocalDate.parse("2024-05-02"));
        }

        @Test
        void inHoursRunsAtOnceAndThroughTheNight() {
            var deadline = CALENDAR.deadline(at("2024-04-30T20:00:00"), new TimeLimit(24, LimitUnit.HOUR));

            assertThat(deadline.due()).isEqualTo(at("2024-05-01T20:00:00"));
            assertThat(deadline.counted()).isEmpty();
        }

        @Test
        void inCalendarDaysCountsHolidaysToo() {
            var deadline = CALENDAR.deadline(at("2024-04-30T20:00:00"), new TimeLimit(2, LimitUnit.CALENDAR_DAY));

            assertThat(deadline.dueOn()).isEqualTo(LocalDate.parse("2024-05-02"));
        }

        @Test
        void reachingIntoAnUnpublishedYearIsRefused() {
            assertThatExceptionOfType(CommandRefused.class)
                    .isThrownBy(() -> CALENDAR.deadline(at("2024-12-31T09:00:00"), TimeLimit.workingDays(1)))
                    .extracting(CommandRefused::refusal)
                    .isEqualTo(new CalendarRefusal.YearNotPublished(2025));
        }
    }

    @Nested
    class ATimeLimit {

        @Test
        void isWithinAnotherOnlyWhenNoCalendarCouldMakeItLonger() {
            assertThat(TimeLimit.workingDays(5).isWithin(TimeLimit.workingDays(5)))
                    .isTrue();
            assertThat(TimeLimit.workingDays(5).isWithin(new TimeLimit(5, LimitUnit.CALENDAR_DAY)))
                    .isFalse();
            assertThat(new TimeLimit(5, LimitUnit.CALENDAR_DAY).isWithin(TimeLimit.workingDays(5)))
                    .isTrue();
            assertThat(new TimeLimit(25, LimitUnit.HOUR).isWithin(TimeLimit.workingDays(1)))
                    .isFalse();
        }
    }

    @Test
    void anIdSaysWhatItIdentifies() {
        var window = WindowId.of(OrganizationId.ofCode("320623001"), 3);

        assertThat(window).hasToString("window-320623001-03");
        assertThat(window.organization()).hasToString("org-320623001");
        assertThat(WindowDayId.of(window, LocalDate.parse("2026-11-23")).window())
                .isEqualTo(window);
        assertThat(StaffDayId.of(StaffId.ofNumber("320623001-07"), LocalDate.parse("2026-11-23"))
                        .staff())
                .hasToString("staff-320623001-07");
        assertThat(OrganizationId.ofCode("320623001201").path())
                .isEqualTo(List.of("320623", "320623001", "320623001201"));
    }
}
