package org.serviceledger.query.publicsite;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.ReadApi;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves, over HTTP and without sign-in, what the public may read. */
@ReadApi
@RequestMapping("/api/public")
@Tag(name = "api.tag.public")
class PublicApi {

    private final PublicItems items;
    private final PublicHalls halls;
    private final PublicProgress progress;
    private final PublicResults results;

    PublicApi(PublicItems items, PublicHalls halls, PublicProgress progress, PublicResults results) {
        this.items = items;
        this.halls = halls;
        this.progress = progress;
        this.results = results;
    }

    @GetMapping("/items")
    @Operation(summary = "api.public.items")
    ItemList items(
            @ParameterObject @ModelAttribute ItemQuestion question,
            @ParameterObject @ModelAttribute Freshness freshness) {
        return items.list(question, freshness);
    }

    @GetMapping("/items/{id}")
    @Operation(summary = "api.public.item")
    ItemGuide guide(@PathVariable String id, @ParameterObject @ModelAttribute Freshness freshness) {
        return items.guide(id, freshness);
    }

    @GetMapping("/halls")
    @Operation(summary = "api.public.halls")
    HallList halls(@ParameterObject @ModelAttribute Freshness freshness) {
        return halls.list(freshness);
    }

    @GetMapping("/halls/{organizationId}")
    @Operation(summary = "api.public.hall")
    HallBoard hall(@PathVariable String organizationId, @ParameterObject @ModelAttribute Freshness freshness) {
        return halls.board(organizationId, freshness);
    }

    @GetMapping("/progress")
    @Operation(summary = "api.public.progress")
    Progress progress(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String code,
            @ParameterObject @ModelAttribute Freshness freshness) {
        return progress.of(number, code, freshness);
    }

    @GetMapping("/statistics")
    @Operation(summary = "api.public.statistics")
    PublicStatistics statistics(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @ParameterObject @ModelAttribute Freshness freshness) {
        return results.of(from, to, freshness);
    }
}
