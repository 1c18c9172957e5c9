package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.QueryTest;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class OpenApiTest {

    @Autowired
    private Asked asked;

    @Test
    void describesEveryQuestionWithItsParameters() {
        var api = asked.byAnybody("/v3/api-docs");

        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/api/cases",
                        "/api/cases/{id}",
                        "/api/cases/{id}/chain",
                        "/api/cases/{id}/evidence",
                        "/api/public/progress/receipts",
                        "/api/acts",
                        "/api/reports/attendance",
                        "/api/reports/performance",
                        "/api/public/items",
                        "/api/public/progress");
        assertThat(api.path("paths")
                        .path("/api/cases")
                        .path("get")
                        .path("parameters")
                        .findValuesAsString("name"))
                .contains("q", "organization", "overdue", "minPosition", "timeout", "cursor")
                .doesNotContain("user", "question");
    }

    @Test
    void hasATitle() {
        assertThat(asked.byAnybody("/v3/api-docs").path("info").path("title").asString())
                .contains("政务服务台账");
    }

    @Test
    void refersToNoServerElsewhere() {
        assertThat(asked.byAnybody("/v3/api-docs").path("servers").findValuesAsString("url"))
                .allMatch(url -> url.startsWith("http://localhost") || url.startsWith("/"));
    }
}
