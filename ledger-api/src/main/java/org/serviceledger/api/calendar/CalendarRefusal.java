package org.serviceledger.api.calendar;

import java.time.LocalDate;
import org.serviceledger.api.Refusal;

/** Why a calendar command, or a question to the calendar, was refused. */
public sealed interface CalendarRefusal extends Refusal {

    /** Nobody has published this year; a deadline reaching into it cannot be told. */
    record YearNotPublished(int year) implements CalendarRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 82";
        }

        @Override
        public String detail() {
            return "the working days of %d have not been published (%d年节假日安排尚未发布)".formatted(year, year);
        }
    }

    record DayOfAnotherYear(int year, LocalDate day) implements CalendarRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "calendar/one-year-at-a-time";
        }

        @Override
        public String detail() {
            return "%s belongs neither to %d nor to the end of the year before".formatted(day, year);
        }
    }

    record DayBothOffAndWorked(LocalDate day) implements CalendarRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "calendar/off-or-work";
        }

        @Override
        public String detail() {
            return "%s is listed both as a day off and as a day worked".formatted(day);
        }
    }
}
