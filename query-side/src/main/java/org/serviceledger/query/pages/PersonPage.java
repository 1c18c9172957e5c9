package org.serviceledger.query.pages;

import org.serviceledger.api.SignedIn;
import org.serviceledger.query.acts.ActHits;
import org.serviceledger.query.acts.ActQuestion;
import org.serviceledger.query.acts.ActSearch;
import org.serviceledger.query.acts.ActView;
import org.serviceledger.query.shared.Freshness;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The page with everything one person did in a period, day by day. */
@Controller
class PersonPage {

    private final ActSearch acts;

    PersonPage(ActSearch acts) {
        this.acts = acts;
    }

    @GetMapping("/people/{person}")
    String show(
            @PathVariable String person,
            @ModelAttribute("asked") ActQuestion asked,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var question = new ActQuestion(
                person,
                null,
                asked.from(),
                asked.to(),
                asked.organization(),
                asked.type(),
                asked.deviating(),
                asked.limit(),
                asked.cursor());
        var hits = acts.search(question, freshness, user);
        page.addAttribute("person", person);
        page.addAttribute("name", name(person, hits));
        page.addAttribute("question", question);
        page.addAttribute("hits", hits);
        page.addAttribute("days", ActDay.of(hits.items()));
        return fragment ? "people/person :: results" : "people/person";
    }

    /** Takes the name from the latest act, because a person may have had another name before. */
    private static String name(String person, ActHits hits) {
        return hits.items().stream().map(ActView::personName).findFirst().orElse(person);
    }
}
