package org.serviceledger.api.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.serviceledger.words.Message;

/** A time limit (时限): a number and its unit. */
public record TimeLimit(@Min(1) @Max(3650) int value, LimitUnit unit) {

    public static TimeLimit workingDays(int value) {
        return new TimeLimit(value, LimitUnit.WORKING_DAY);
    }

    /** Returns whether this limit can never end later than the other, whatever the calendar. */
    public boolean isWithin(TimeLimit other) {
        return switch (unit) {
            case HOUR -> value <= (other.unit == LimitUnit.HOUR ? other.value : 24L * other.value);
            case CALENDAR_DAY -> other.unit != LimitUnit.HOUR && value <= other.value;
            case WORKING_DAY -> other.unit == LimitUnit.WORKING_DAY && value <= other.value;
        };
    }

    /** Returns the limit in the {@linkplain org.serviceledger.words.Language#current() current language}. */
    @Override
    public String toString() {
        return Message.of(this).said();
    }
}
