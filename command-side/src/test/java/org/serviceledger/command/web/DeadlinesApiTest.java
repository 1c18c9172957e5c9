package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The response contains the deadline with the days counted and skipped. */
@WebTest
final class DeadlinesApiTest {

    private final TestHall hall;

    @Autowired
    DeadlinesApiTest(TestHall hall) {
        this.hall = hall.open();
    }

    @Test
    void holidaysAndWeekendsAreSkippedByName() {
        var answer = hall.get("/api/deadlines?from=2026-09-30&limit=3&unit=working-day");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.path("due").asString()).isEqualTo("2026-10-07");
        assertThat(json.path("dueAt").asString()).isEqualTo("2026-10-07T16:00:00Z");
        assertThat(json.path("counted").toString()).isEqualTo("[\"2026-10-05\",\"2026-10-06\",\"2026-10-07\"]");
        assertThat(json.path("skipped").toString())
                .isEqualTo(
                        "[{\"day\":\"2026-10-01\",\"name\":\"国庆节\"},{\"day\":\"2026-10-02\",\"name\":\"国庆节\"},"
                                + "{\"day\":\"2026-10-03\",\"name\":\"Saturday\"},{\"day\":\"2026-10-04\",\"name\":\"Sunday\"}]");
        assertThat(json.path("algorithm").asString()).isEqualTo("next-day/end-of-day@1");
        assertThat(json.path("calendarVersion").asInt()).isPositive();
    }

    @Test
    void hoursRunFromTheMoment() {
        var json = hall.get("/api/deadlines?from=2026-07-01T10:00:00%2B08:00&limit=24&unit=hour")
                .json();
        assertThat(json.path("dueAt").asString()).isEqualTo("2026-07-02T02:00:00Z");
        assertThat(json.path("skipped")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-30&limit=5, 400, from",
        "from=yesterday&limit=5, 400, from",
        "from=+99999-01-01&limit=5, 400, from",
        "limit=5, 400, from",
        "from=2026-07-01, 400, limit",
        "from=2026-07-01&limit=0, 400, limit",
        "from=2026-07-01&limit=1001, 400, limit",
        "from=2026-07-01&limit=five, 400, limit",
        "from=2026-07-01&limit=99999999999, 400, limit",
        "from=2026-07-01&limit=5&unit=fortnight, 400, unit",
        "from=2031-07-01&limit=5, 422, 行政许可法 82",
        "from=2026-12-31&limit=1000, 422, 行政许可法 82"
    })
    void aQuestionThatCannotBeAnsweredIsTold(String query, int status, String named) {
        var answer = hall.get("/api/deadlines?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text()).contains("\"" + named + "\"");
    }
}
