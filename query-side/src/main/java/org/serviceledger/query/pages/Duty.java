package org.serviceledger.query.pages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.attendance.PersonDays;
import org.serviceledger.query.attendance.PersonDays.Day;
import org.serviceledger.query.attendance.PersonDays.ShiftSeen;
import org.serviceledger.query.publicsite.HallBoard.WindowNow;
import org.serviceledger.query.shared.LedgerAnswer;
import org.serviceledger.words.Words;

/**
 * What a user at the desk needs to know about their own day.
 *
 * @param staff the number under which attendance is recorded; absent for users who are not staff
 * @param window the window they are posted to, in its current state; absent if there is none
 */
public record Duty(
        @Nullable String staff,
        LocalDate day,
        @Nullable Day today,
        @Nullable WindowNow window,
        long asOf) implements LedgerAnswer {

    static Duty of(String staff, LocalDate day, PersonDays days, @Nullable WindowNow window, long asOf) {
        var today = days.days().stream().filter(each -> each.date().equals(day)).findFirst();
        return new Duty(staff, day, today.orElse(null), window, Math.min(asOf, days.asOf()));
    }

    public List<ShiftSeen> shifts() {
        return today == null ? List.of() : today.shifts();
    }

    /** Whether the person has checked in today. */
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
