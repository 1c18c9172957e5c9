package org.serviceledger.query.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.cases.CaseHits;
import org.serviceledger.query.cases.CaseOrder;
import org.serviceledger.query.cases.CaseQuestion;
import org.serviceledger.query.cases.CaseSearch;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page for cases, with words, facets and paging. htmx asks for the results alone. */
@Controller
class CasesPage {

    /** Parameters that the form has fields for. Hidden fields carry all others along unchanged. */
    private static final Set<String> IN_THE_FORM = Set.of(
            "q",
            "from",
            "to",
            "overdue",
            "open",
            "imported",
            "state",
            "organization",
            "item",
            "timeliness",
            "person",
            "sort",
            "cursor",
            "minPosition",
            "timeout");

    private final CaseSearch search;

    CasesPage(CaseSearch search) {
        this.search = search;
    }

    @GetMapping("/cases")
    String show(
            @ModelAttribute("question") CaseQuestion question,
            @ModelAttribute("freshness") Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var hits = search.search(question, freshness, user);
        page.addAttribute("hits", hits);
        page.addAttribute("facets", facets(question, hits));
        page.addAttribute("orders", CaseOrder.values());
        page.addAttribute(
                "kept",
                asked.entrySet().stream()
                        .filter(parameter -> !IN_THE_FORM.contains(parameter.getKey()))
                        .flatMap(parameter -> parameter.getValue().stream()
                                .filter(value -> !value.isBlank())
                                .map(value -> Map.entry(parameter.getKey(), value)))
                        .toList());
        if (!fragment) {
            return "cases/search";
        }
        return question.cursor() == null ? "cases/search :: results" : "cases/search :: more";
    }

    private static List<FacetPanel> facets(CaseQuestion question, CaseHits hits) {
        return List.of(
                FacetPanel.several("state", Words.say("cases.facet.state"), hits.facets(), question.state()),
                FacetPanel.several(
                        "timeliness", Words.say("cases.facet.timeliness"), hits.facets(), question.timeliness()),
                FacetPanel.one(
                        "organization", Words.say("cases.facet.organization"), hits.facets(), question.organization()),
                FacetPanel.one("item", Words.say("cases.facet.item"), hits.facets(), question.item()));
    }
}
