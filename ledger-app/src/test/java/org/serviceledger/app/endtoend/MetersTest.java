package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The meters as Prometheus reads them, in its text format. */
@ResourceLock(SharedDemo.ALONE)
class MetersTest {

    private final LedgerProcess server = SharedDemo.server();

    @Test
    void everyFigureAnOperatorWatchesIsThere() throws Exception {
        server.as("inspector").get("/api/cases");

        var said = scraped();

        assertThat(said)
                .contains(
                        "ledger_append_seconds_bucket{le=",
                        "ledger_append_seconds_count",
                        "ledger_read_model_lag{model=\"cases\"}",
                        "ledger_read_model_holed{model=\"cases\"} 0.0",
                        "disk_free_bytes{path=\"" + server.data() + "\"}",
                        "http_server_requests_seconds_bucket");
        assertThat(value(said, "ledger_checkpoint_age_seconds")).isBetween(0.0, 30.0);
        assertThat(value(said, "ledger_events")).isGreaterThan(1_000);
    }

    @Test
    void anAppendIsCounted() throws Exception {
        double before = value(scraped(), "ledger_append_events_total");

        var answer = server.as("admin")
                .post(
                        "/api/organizations",
                        Map.of(
                                "organizationId",
                                "org-320623001999",
                                "name",
                                "计量村",
                                "kind",
                                "VILLAGE_CENTRE",
                                "parent",
                                "org-320623001"));

        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        assertThat(value(scraped(), "ledger_append_events_total")).isGreaterThan(before);
    }

    @Test
    void onlyAnAdministratorMayRead() throws Exception {
        assertThat(Api.asNobody(server.url()).get("/actuator/prometheus").status())
                .isEqualTo(401);
        assertThat(server.as("inspector").get("/actuator/prometheus").status()).isEqualTo(403);
    }

    @Test
    void pathsThatNobodyMadeAddNoMeters() throws Exception {
        for (int path = 0; path < 50; path++) {
            Api.asNobody(server.url()).get("/no-such-page-" + path);
            server.as("inspector").get("/api/cases/no-such-case-" + path);
        }

        assertThat(scraped()).doesNotContain("no-such-page", "no-such-case");
    }

    private String scraped() throws Exception {
        var answer = server.as("admin").get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().asString();
    }

    private static double value(String said, String meter) {
        return said.lines()
                .filter(line -> line.startsWith(meter + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(meter.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
