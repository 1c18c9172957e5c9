package org.serviceledger.query.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.ReadApi;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Serves performance reports over HTTP. */
@ReadApi
@Tag(name = "api.tag.performance")
class PerformanceApi {

    private final Performance performance;

    PerformanceApi(Performance performance) {
        this.performance = performance;
    }

    @GetMapping("/api/reports/performance")
    @Operation(summary = "api.performance", description = "api.performance.unasked")
    PerformanceReport report(
            @ParameterObject @ModelAttribute PerformanceQuestion question,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return performance.report(question, freshness, user);
    }
}
