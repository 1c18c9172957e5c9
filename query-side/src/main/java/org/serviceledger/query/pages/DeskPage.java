package org.serviceledger.query.pages;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.query.attendance.Attendance;
import org.serviceledger.query.attendance.AttendanceQuestion;
import org.serviceledger.query.cases.CaseQuestion;
import org.serviceledger.query.cases.CaseSearch;
import org.serviceledger.query.publicsite.PublicHalls;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Freshness;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** The desk of a window: the user's own day, their window, and the cases to do. Its forms call the write API. */
@Controller
class DeskPage {

    private static final int MOST_TO_DO = 50;

    private final Attendance attendance;
    private final PublicHalls halls;
    private final CaseSearch cases;
    private final Directory directory;
    private final Clock clock;

    DeskPage(Attendance attendance, PublicHalls halls, CaseSearch cases, Directory directory, Clock clock) {
        this.attendance = attendance;
        this.halls = halls;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String show(
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        page.addAttribute("duty", duty(user, freshness));
        if (fragment) {
            return "desk/desk :: duty";
        }
        page.addAttribute("todos", cases.search(CaseQuestion.toDo(user.scope().value(), MOST_TO_DO), freshness, user));
        return "desk/desk";
    }

    private Duty duty(SignedIn user, Freshness freshness) {
        var today = LocalDate.now(clock.withZone(WorkingDayCalendar.CHINA));
        var staff = user.staff();
        var board = halls.board(user.scope().value(), freshness);
        if (staff == null) {
            return new Duty(null, today, null, null, board.asOf());
        }
        var days = attendance.personDays(AttendanceQuestion.of(staff, today, today), freshness, user);
        var posted = postedTo(user, staff);
        var window = posted == null
                ? null
                : board.windows().stream()
                        .filter(each -> each.id().equals(posted.value()))
                        .findFirst()
                        .orElse(null);
        return Duty.of(staff.number(), today, days, window, board.asOf());
    }

    private @Nullable WindowId postedTo(SignedIn user, StaffId staff) {
        return directory.find(user.scope()).stream()
                .flatMap(hall -> hall.staff().stream())
                .filter(member -> member.staff().equals(staff))
                .findFirst()
                .map(OrganizationDocument.Staff::window) // staff who work behind the windows have none
                .orElse(null);
    }
}
