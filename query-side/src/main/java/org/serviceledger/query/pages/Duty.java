package org.serviceledger.query.pages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.attendance.PersonDays;
import org.serviceledger.query.attendance.PersonDays.Day;
import org.serviceledger.query.attendance.PersonDays.ShiftSeen;
import org.serviceledger.query.publicsite.HallBoard.WindowNow;
import org.serviceledger.words.Words;

/**
 * What somebody at the desk has to know of their own day.
 *
 * @param staff the number by which attendance is recorded, absent for users who are no member of staff
 * @param window where they are posted, and what it does now
 */
public record Duty(
        @Nullable String staff,
        LocalDate day,
        @Nullable Day today,
        @Nullable WindowNow window,
        long asOf) {

    static Duty of(String staff, LocalDate day, PersonDays days, @Nullable WindowNow window, long asOf) {
        var today = days.days().stream().filter(each -> each.date().equals(day)).findFirst();
        return new Duty(staff, day, today.orElse(null), window, Math.min(asOf, days.asOf()));
    }

    public List<ShiftSeen> shifts() {
        return today == null ? List.of() : today.shifts();
    }

    /** Whether there is a check-in today. */
    public boolean isPresent() {
        return shifts().stream().anyMatch(shift -> shift.checkedInAt() != null);
    }

    public String verdict() {
        if (today == null) {
            return Words.say("desk.not-checked-in");
        }
        return isPresent() ? Words.say("desk.checked-in") : today.verdictTerm();
    }
}
