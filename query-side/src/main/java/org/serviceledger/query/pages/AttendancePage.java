package org.serviceledger.query.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.attendance.Attendance;
import org.serviceledger.query.attendance.AttendanceQuestion;
import org.serviceledger.query.attendance.DayVerdict;
import org.serviceledger.query.shared.Freshness;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Attendance pages: the month of a hall as a grid, and the days of a person in detail. */
@Controller
class AttendancePage {

    private final Attendance attendance;
    private final Choices choices;
    private final Clock clock;

    AttendancePage(Attendance attendance, Choices choices, Clock clock) {
        this.attendance = attendance;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/attendance")
    String month(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable YearMonth month,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var unasked = attendance.unasked(user);
        var question = new AttendanceQuestion(
                organization == null ? unasked.organization() : organization,
                month == null ? unasked.month() : month,
                null,
                null,
                null);
        var hall = attendance.hallMonth(question, freshness, user);
        page.addAttribute("hall", hall);
        page.addAttribute(
                "days",
                hall.month()
                        .atDay(1)
                        .datesUntil(hall.month().plusMonths(1).atDay(1))
                        .toList());
        page.addAttribute("verdicts", DayVerdict.values());
        page.addAttribute("organizations", choices.organizations(user));
        return fragment ? "reports/attendance :: results" : "reports/attendance";
    }

    @GetMapping("/attendance/{person}")
    String person(
            @PathVariable String person,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var last = Objects.requireNonNullElseGet(to, this::today);
        var first = Objects.requireNonNullElseGet(from, () -> last.withDayOfMonth(1));
        page.addAttribute(
                "days",
                attendance.personDays(new AttendanceQuestion(null, null, person, first, last), freshness, user));
        return fragment ? "reports/person-days :: results" : "reports/person-days";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(WorkingDayCalendar.CHINA));
    }
}
