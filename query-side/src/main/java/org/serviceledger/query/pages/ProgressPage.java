package org.serviceledger.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.query.log.CurrentCheckpoint;
import org.serviceledger.query.publicsite.PublicProgress;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.NoAnswer.BadQuestion;
import org.serviceledger.query.shared.NoAnswer.LedgerUnavailable;
import org.serviceledger.query.shared.NoAnswer.NotCaughtUp;
import org.serviceledger.query.shared.NoAnswer.NotForRole;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.serviceledger.query.shared.NoAnswer.NotYetSealed;
import org.serviceledger.query.shared.NoAnswer.OutsideScope;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.serviceledger.query.shared.NoAnswer.TooManyAttempts;
import org.serviceledger.query.shared.NoAnswer.TooManyWaiting;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an applicant follows a case and rates the service. */
@Controller
class ProgressPage {

    private final PublicProgress progress;
    private final CurrentCheckpoint checkpoint;

    ProgressPage(PublicProgress progress, CurrentCheckpoint checkpoint) {
        this.progress = progress;
        this.checkpoint = checkpoint;
    }

    @GetMapping("/progress")
    String show(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String code,
            @ModelAttribute("freshness") Freshness freshness,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse response,
            Model page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.addAttribute("number", number);
        page.addAttribute("code", code);
        page.addAttribute("unknown", false);
        page.addAttribute("throttled", false);
        page.addAttribute("levels", RatingLevel.values());
        if (number != null && code != null) {
            ask(number, code, freshness, response, page);
        }
        return fragment ? "public/progress :: progress" : "public/progress";
    }

    private void ask(String number, String code, Freshness freshness, HttpServletResponse response, Model page) {
        try {
            var found = progress.of(number, code, freshness);
            page.addAttribute("progress", found);
            page.addAttribute("covered", checkpoint.covered());
            if (found.mayRate()) {
                page.addAttribute("needsCsrf", true);
            }
        } catch (CannotAnswer e) {
            switch (e.reason()) {
                case NotFound _ -> {
                    response.setStatus(HttpStatus.NOT_FOUND.value());
                    page.addAttribute("unknown", true);
                }
                case TooManyAttempts _ -> {
                    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                    page.addAttribute("throttled", true);
                }
                case BadQuestion _,
                        OutsideScope _,
                        NotForRole _,
                        NotCaughtUp _,
                        NotYetSealed _,
                        SearchUnavailable _,
                        LedgerUnavailable _,
                        TooManyWaiting _ -> throw e;
            }
        }
    }
}
