package org.serviceledger.api.calendar;

import org.serviceledger.words.Message;

/** A time limit (时限): a number and its unit. */
public record TimeLimit(int value, LimitUnit unit) {

    public static TimeLimit workingDays(int value) {
        return new TimeLimit(value, LimitUnit.WORKING_DAY);
    }

    /** Whether this limit can never end later than the other, whatever the calendar. */
    public boolean isWithin(TimeLimit other) {
        return switch (unit) {
            case HOUR -> value <= (other.unit == LimitUnit.HOUR ? other.value : 24L * other.value);
            case CALENDAR_DAY -> other.unit != LimitUnit.HOUR && value <= other.value;
            case WORKING_DAY -> other.unit == LimitUnit.WORKING_DAY && value <= other.value;
        };
    }

    /** In the language that is being spoken. */
    @Override
    public String toString() {
        return Message.of(this).said();
    }
}
