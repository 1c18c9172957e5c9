package org.serviceledger.query.pages;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.query.cases.CaseChain;
import org.serviceledger.query.cases.Chain;
import org.serviceledger.query.publicsite.ItemGuide;
import org.serviceledger.query.publicsite.ItemQuestion;
import org.serviceledger.query.publicsite.PublicItems;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Desk pages that take in a new case and carry a case through its next steps. */
@Controller
class DeskCasesPage {

    private final CaseChain chains;
    private final PublicItems items;
    private final Directory directory;
    private final CaseForms forms;

    DeskCasesPage(CaseChain chains, PublicItems items, Directory directory, CaseForms forms) {
        this.chains = chains;
        this.items = items;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping("/desk/new")
    String apply(
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String q,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        page.addAttribute("q", q);
        page.addAttribute("organization", user.scope().value());
        page.addAttribute("window", postedTo(user));
        if (item == null) {
            page.addAttribute(
                    "items", items.list(new ItemQuestion(q, null, null, null, null, null, null), Freshness.any()));
        } else {
            page.addAttribute("guide", items.guide(item, Freshness.any()));
        }
        return fragment ? "desk/new :: application" : "desk/new";
    }

    @GetMapping("/desk/cases/{id}")
    String carry(
            @PathVariable String id,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var chain = chains.of(id, freshness, user);
        page.addAttribute("chain", chain);
        page.addAttribute("one", chain.file().summary());
        page.addAttribute("days", ActDay.of(chain.acts()));
        page.addAttribute("forms", forms.of(chain, guide(chain), user));
        return fragment ? "desk/case :: case" : "desk/case";
    }

    private @Nullable ItemGuide guide(Chain chain) {
        var item = chain.file().summary().itemId();
        try {
            return item == null ? null : items.guide(item, Freshness.any());
        } catch (CannotAnswer e) {
            if (e.reason() instanceof NotFound) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable String postedTo(SignedIn user) {
        var staff = user.staff();
        return staff == null
                ? null
                : directory.find(user.scope()).stream()
                        .flatMap(hall -> hall.staff().stream())
                        .filter(member -> member.staff().equals(staff))
                        .map(OrganizationDocument.Staff::window)
                        .flatMap(Stream::ofNullable)
                        .map(Object::toString)
                        .findFirst()
                        .orElse(null);
    }
}
