package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void isInTheLanguageOfTheReader() {
        for (var language : List.of("zh-CN", "en", "zh-CN")) {
            var english = language.equals("en");
            var api = asked.byAnybody("/v3/api-docs", language);
            var cases = api.path("paths").path("/api/cases").path("get");

            assertThat(api.path("info").path("title").asString())
                    .isEqualTo(english ? "Service-record ledger" : "政务服务台账");
            assertThat(cases.path("summary").asString()).isEqualTo(english ? "Search cases" : "办件检索");
            assertThat(cases.path("tags").path(0).asString()).isEqualTo(english ? "Cases" : "办件查询");
            assertThat(api.toString()).doesNotContain("\"api.");
            assertThat(api.toString()).doesNotContainPattern(english ? "\\p{IsHan}" : "Search cases|A hall's month");
        }
    }

    @Test
    void refersToNoServerElsewhere() {
        assertThat(asked.byAnybody("/v3/api-docs").path("servers").findValuesAsString("url"))
                .allMatch(url -> url.startsWith("http://localhost") || url.startsWith("/"));
    }
}
