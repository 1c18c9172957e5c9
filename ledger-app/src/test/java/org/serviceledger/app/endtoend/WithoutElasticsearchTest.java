package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger itself needs no Elasticsearch. */
class WithoutElasticsearchTest {

    @TempDir
    Path temporary;

    @Test
    void theServerRecordsAndTellsWhatIsMissing() throws Exception {
        var data = temporary.resolve("data");
        try (var server = LedgerProcess.servingThough(data, "--elasticsearch-url", "http://127.0.0.1:1")) {
            assertThat(server.said())
                    .contains("searches do not show everything yet", "Connection refused")
                    .doesNotContain("ready: ");

            var answer = server.as("admin")
                    .post(
                            "/api/organizations",
                            Map.of("organizationId", "org-320623", "name", "照记不误的县", "kind", "COUNTY_OFFICE"));
            assertThat(answer.status()).as(answer::toString).isEqualTo(201);

            var status = LedgerProcess.run(data, "status", "--data", data.toString());
            assertThat(status.exitCode()).isEqualTo(1);
            assertThat(status.output()).startsWith(server.url() + " DOWN").contains("Connection refused");

            assertThat(server.stop()).isLessThan(Duration.ofMinutes(1));
        }
    }
}
