package org.serviceledger.query.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.ReadApi;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Serves cases over HTTP. */
@ReadApi
@RequestMapping("/api/cases")
@Tag(name = "api.tag.cases")
class CasesApi {

    private final CaseSearch search;
    private final CaseChain chain;

    CasesApi(CaseSearch search, CaseChain chain) {
        this.search = search;
        this.chain = chain;
    }

    @GetMapping
    @Operation(summary = "api.cases")
    CaseHits search(
            @ParameterObject @ModelAttribute CaseQuestion question,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return search.search(question, freshness, user);
    }

    @GetMapping("/{id}")
    @Operation(summary = "api.case")
    CaseFile file(
            @PathVariable String id,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return chain.file(id, freshness, user);
    }

    @GetMapping("/{id}/chain")
    @Operation(summary = "api.case.chain")
    Chain chain(
            @PathVariable String id,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return chain.of(id, freshness, user);
    }
}
