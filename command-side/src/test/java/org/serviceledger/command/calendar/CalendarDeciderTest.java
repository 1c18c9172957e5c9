package org.serviceledger.command.calendar;

import static org.serviceledger.command.Examples.ADMIN;
import static org.serviceledger.command.Examples.at;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarCommand.PublishYear;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarEvent.YearPublished;
import org.serviceledger.api.calendar.CalendarId;
import org.serviceledger.api.calendar.CalendarRefusal.DayBothOffAndWorked;
import org.serviceledger.api.calendar.CalendarRefusal.DayOfAnotherYear;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.fixtures.CalendarEvents;

class CalendarDeciderTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST_OF_DECEMBER = LocalDate.of(2023, 12, 31);

    @Nested
    class ACalendar {

        @Test
        void countsItsVersionsFromOne() {
            given().when(publish(Map.of(NEW_YEAR, "元旦"), Map.of())).then(published(1, Map.of(NEW_YEAR, "元旦")));
        }

        @Test
        void takesAChangedYearAsANewVersion() {
            given(published(1, Map.of()))
                    .when(publish(Map.of(NEW_YEAR, "元旦"), Map.of()))
                    .then(published(2, Map.of(NEW_YEAR, "元旦")));
        }

        @Test
        void takesTheSameYearAgainAsNothingNew() {
            given(published(1, Map.of(NEW_YEAR, "元旦")))
                    .when(publish(Map.of(NEW_YEAR, "元旦"), Map.of()))
                    .thenNothing();
        }

        @Test
        void letsANoticeReachBackIntoDecember() {
            given().when(publish(Map.of(LAST_OF_DECEMBER, "元旦"), Map.of()))
                    .then(published(1, Map.of(LAST_OF_DECEMBER, "元旦")));
        }

        @Test
        void takesNoDayOfAnotherYear() {
            var november = LocalDate.of(2023, 11, 30);

            given().when(publish(Map.of(november, "元旦"), Map.of())).thenRefused(new DayOfAnotherYear(2024, november));
        }

        @Test
        void takesNoDayBothOffAndWorked() {
            given().when(publish(Map.of(NEW_YEAR, "元旦"), Map.of(NEW_YEAR, "元旦")))
                    .thenRefused(new DayBothOffAndWorked(NEW_YEAR));
        }
    }

    private static DeciderSpec<CalendarState, CalendarCommand, CalendarEvent> given(CalendarEvent... history) {
        return DeciderSpec.given(CalendarState.INITIAL, CalendarState::evolve, CalendarDecider::decide, history);
    }

    private static PublishYear publish(Map<LocalDate, String> off, Map<LocalDate, String> work) {
        return new PublishYear(CalendarId.CHINA, 2024, off, work, "通知", ADMIN, at("2023-11-01 09:00"));
    }

    private static YearPublished published(int version, Map<LocalDate, String> off) {
        return CalendarEvents.yearPublished()
                .of(CalendarId.CHINA)
                .year(2024)
                .version(version)
                .off(off)
                .source("通知")
                .by(ADMIN)
                .at(at("2023-11-01 09:00"))
                .event();
    }
}
