package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an embedded server. The application stays up and recovers soon. */
class KilledServersTest {

    private static final Duration SOON = Duration.ofMinutes(4);

    @TempDir
    Path temporary;

    @Test
    void eachRunsAgainByItselfTwiceInARow() throws Exception {
        try (var server = LedgerProcess.ready("serve", temporary.resolve("data"))) {
            record(server, Map.of("organizationId", "org-320623", "name", "县", "kind", "COUNTY_OFFICE"));
            var number = 100;
            for (int round = 1; round <= 2; round++) {
                kill(server.children().getFirst());
                record(server, centre(++number));
                mustBeShown(server, number);

                kill(server.children().getLast());
                record(server, centre(++number)); // commands need no Elasticsearch
                mustAnswer(server);
                record(server, centre(++number));
                mustBeShown(server, number);
            }
            assertThat(server.stop()).isLessThan(Duration.ofSeconds(60));
        }
    }

    private static void kill(long process) {
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
    }

    /** Retries until the command succeeds, or until an earlier attempt turns out to be recorded. */
    private static void record(LedgerProcess server, Map<String, Object> organization) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> server.as("admin").post("/api/organizations", organization),
                        answer -> answer.status() == 201 || answer.status() == 409);
    }

    private static void mustAnswer(LedgerProcess server) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Api.asNobody(server.url()).get("/api/public/halls").status() == 200);
    }

    private static void mustBeShown(LedgerProcess server, int number) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Api.asNobody(server.url())
                        .get("/api/public/halls")
                        .json()
                        .toString()
                        .contains("镇" + number));
    }

    private static Map<String, Object> centre(int number) {
        return Map.of(
                "organizationId",
                "org-320623" + number,
                "name",
                "镇" + number,
                "kind",
                "TOWN_CENTRE",
                "parent",
                "org-320623");
    }
}
