package org.serviceledger.query.pages;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.cases.CaseChain;
import org.serviceledger.query.cases.CaseFile;
import org.serviceledger.query.log.CurrentCheckpoint;
import org.serviceledger.query.shared.Freshness;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The page with the chain of a case, for screen and print. */
@Controller
class ChainPage {

    private final CaseChain chains;
    private final CurrentCheckpoint checkpoint;
    private final Clock clock;

    ChainPage(CaseChain chains, CurrentCheckpoint checkpoint, Clock clock) {
        this.chains = chains;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}")
    String show(
            @PathVariable String id,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var chain = chains.of(id, freshness, user);
        page.addAttribute("chain", chain);
        page.addAttribute("covered", checkpoint.covered());
        page.addAttribute("file", chain.file());
        page.addAttribute("one", chain.file().summary());
        page.addAttribute("days", ActDay.of(chain.acts()));
        page.addAttribute("promised", calendar(chain.file(), LocalDate.now(clock.withZone(WorkingDayCalendar.CHINA))));
        return fragment ? "cases/chain :: chain" : "cases/chain";
    }

    private static @Nullable CountedDays calendar(CaseFile file, LocalDate today) {
        var computation = file.promised().computation();
        var finished = file.summary().finishedAt();
        return computation == null || computation.counted().isEmpty()
                ? null
                : CountedDays.of(
                        computation,
                        finished == null
                                ? null
                                : finished.atZone(WorkingDayCalendar.CHINA).toLocalDate(),
                        today);
    }
}
