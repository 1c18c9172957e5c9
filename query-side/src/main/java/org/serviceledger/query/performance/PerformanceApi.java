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

/** Performance over HTTP. */
@ReadApi
@Tag(name = "效能统计 Performance")
class PerformanceApi {

    private final Performance performance;

    PerformanceApi(Performance performance) {
        this.performance = performance;
    }

    @GetMapping("/api/reports/performance")
    @Operation(
            summary = "效能报表 Figures by organisation, item, window, staff or period, each with the way to its cases",
            description =
                    "Without from and to: the last 30 days up to today. Without organization: all the asker may see."
                            + " The answer says which period and which organisation it is about.")
    PerformanceReport report(
            @ParameterObject @ModelAttribute PerformanceQuestion question,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return performance.report(question, freshness, user);
    }
}
