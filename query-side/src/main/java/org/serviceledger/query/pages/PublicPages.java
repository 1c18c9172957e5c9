package org.serviceledger.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.query.publicsite.HallList.Hall;
import org.serviceledger.query.publicsite.ItemList;
import org.serviceledger.query.publicsite.ItemQuestion;
import org.serviceledger.query.publicsite.PublicHalls;
import org.serviceledger.query.publicsite.PublicItems;
import org.serviceledger.query.publicsite.PublicResults;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.serviceledger.words.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Pages that need no sign-in: the front page, the items with their guides, and the halls as they are now. */
@Controller
class PublicPages {

    private final PublicItems items;
    private final PublicHalls halls;
    private final PublicResults results;

    PublicPages(PublicItems items, PublicHalls halls, PublicResults results) {
        this.items = items;
        this.halls = halls;
        this.results = results;
    }

    /** While Elasticsearch is down, the front page still opens. It then says so, and where else to turn. */
    @GetMapping("/")
    String home(HttpServletResponse response, Model page) {
        try {
            page.addAllAttributes(overview());
        } catch (CannotAnswer e) {
            if (!(e.reason() instanceof SearchUnavailable)) {
                throw e;
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return "public/home";
    }

    private Map<String, Object> overview() {
        var all = halls.list(Freshness.any());
        return Map.of(
                "categories",
                categories(),
                "halls",
                all.items().stream().filter(PublicPages::isOfTown).toList(),
                "statistics",
                results.of(null, null, Freshness.any()),
                "all",
                all);
    }

    @GetMapping("/items")
    String items(
            @ModelAttribute("question") ItemQuestion question,
            @ModelAttribute("freshness") Freshness freshness,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var list = items.list(question, freshness);
        page.addAttribute("list", list);
        page.addAttribute("facets", facets(question, list));
        if (!fragment) {
            return "public/items";
        }
        return question.cursor() == null ? "public/items :: results" : "public/items :: more";
    }

    @GetMapping("/items/{id}")
    String guide(@PathVariable String id, @ModelAttribute("freshness") Freshness freshness, Model page) {
        page.addAttribute("guide", items.guide(id, freshness));
        return "public/item";
    }

    @GetMapping("/halls")
    String halls(@ModelAttribute("freshness") Freshness freshness, Model page) {
        var all = halls.list(freshness);
        page.addAttribute("halls", all);
        page.addAttribute(
                "groups",
                all.items().stream()
                        .collect(Collectors.groupingBy(Hall::kindTerm, LinkedHashMap::new, Collectors.toList())));
        return "public/halls";
    }

    @GetMapping("/halls/{id}")
    String hall(
            @PathVariable String id,
            @ModelAttribute("freshness") Freshness freshness,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        page.addAttribute("hall", halls.board(id, freshness));
        return fragment ? "public/hall :: windows" : "public/hall";
    }

    /** In the order of the county's notice. */
    private List<Facet> categories() {
        return items.list(ItemQuestion.all(), Freshness.any()).facets().getOrDefault("category", List.of()).stream()
                .sorted(Comparator.comparing(facet -> ServiceCategory.valueOf(facet.value())))
                .toList();
    }

    private static boolean isOfTown(Hall hall) {
        return hall.kind() == OrganizationKind.TOWN_CENTRE || hall.kind() == OrganizationKind.ZONE_BUREAU;
    }

    private static List<FacetPanel> facets(ItemQuestion question, ItemList list) {
        return List.of(
                FacetPanel.one("category", Words.say("items.facet.category"), list.facets(), question.category()),
                FacetPanel.one("theme", Words.say("items.facet.theme"), list.facets(), question.theme()),
                FacetPanel.one("audience", Words.say("items.facet.audience"), list.facets(), question.audience()),
                FacetPanel.one(
                        "department", Words.say("items.facet.department"), list.facets(), question.department()));
    }
}
