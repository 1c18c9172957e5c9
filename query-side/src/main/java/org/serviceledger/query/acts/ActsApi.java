package org.serviceledger.query.acts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.ReadApi;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Serves acts over HTTP. */
@ReadApi
@Tag(name = "api.tag.acts")
class ActsApi {

    private final ActSearch search;

    ActsApi(ActSearch search) {
        this.search = search;
    }

    @GetMapping("/api/acts")
    @Operation(summary = "api.acts")
    ActHits search(
            @ParameterObject @ModelAttribute ActQuestion question,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return search.search(question, freshness, user);
    }
}
