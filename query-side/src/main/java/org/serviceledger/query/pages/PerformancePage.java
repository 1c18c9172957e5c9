package org.serviceledger.query.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.query.performance.GroupBy;
import org.serviceledger.query.performance.Performance;
import org.serviceledger.query.performance.PerformanceQuestion;
import org.serviceledger.query.shared.Freshness;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** The performance page: figures, their charts, and links from each figure to its cases. */
@Controller
class PerformancePage {

    private static final int MOST_DAILY = 31;
    private static final int MOST_WEEKLY = 200;

    private final Performance performance;
    private final Choices choices;

    PerformancePage(Performance performance, Choices choices) {
        this.performance = performance;
        this.choices = choices;
    }

    @GetMapping("/performance")
    String show(
            @ModelAttribute("asked") PerformanceQuestion asked,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var question = asked.by(Objects.requireNonNullElse(asked.groupBy(), GroupBy.ORGANIZATION));
        var report = performance.report(question, freshness, user);
        page.addAttribute("question", question);
        page.addAttribute("report", report);
        page.addAttribute(
                "trend", performance.report(question.by(rhythm(report.from(), report.to())), freshness, user));
        page.addAttribute("organizations", choices.organizations(user));
        page.addAttribute("categories", ServiceCategory.values());
        page.addAttribute("groupings", GroupBy.values());
        page.addAttribute("drill", new Drill());
        page.addAttribute("levels", RatingLevel.values());
        return fragment ? "reports/performance :: results" : "reports/performance";
    }

    private static GroupBy rhythm(LocalDate from, LocalDate to) {
        var days = ChronoUnit.DAYS.between(from, to);
        if (days <= MOST_DAILY) {
            return GroupBy.DAY;
        }
        return days <= MOST_WEEKLY ? GroupBy.WEEK : GroupBy.MONTH;
    }
}
