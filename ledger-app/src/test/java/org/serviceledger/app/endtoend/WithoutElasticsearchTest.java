package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The ledger itself works without Elasticsearch. */
class WithoutElasticsearchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path temporary;

    @Test
    void theServerRecordsAndTellsWhatIsMissing() throws Exception {
        var data = temporary.resolve("data");
        var settings = Map.of("LOGGING_STRUCTURED_FORMAT_FILE", "ecs");
        try (var server = LedgerProcess.servingThough(settings, data, "--elasticsearch-url", "http://127.0.0.1:1")) {
            assertThat(server.said())
                    .contains("searches do not show everything yet", "Connection refused")
                    .doesNotContain("ready: ", "{\"");

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
        logMustBeJson(data.resolve("log/ledger.log"));
    }

    /** Checks Spring Boot's setting for structured logs. Lines logged before the setting was read are plain text. */
    private static void logMustBeJson(Path log) throws IOException {
        var entries = Files.readAllLines(log).stream()
                .dropWhile(line -> !line.startsWith("{"))
                .toList();

        assertThat(entries).isNotEmpty().allSatisfy(line -> {
            var entry = JSON.readTree(line);
            assertThat(entry.path("@timestamp").asString()).startsWith("20");
            assertThat(entry.path("message").asString()).isNotBlank();
            assertThat(entry.path("service").path("name").asString()).isEqualTo("service-ledger");
        });
    }
}
