package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.app.endtoend.LedgerProcess.Ended;

/** An import is delayed while the read models lag too far, here because Elasticsearch is frozen. */
class ImportPaceTest {

    private static final int CASES = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path temporary;

    @Test
    void anImportWaitsForReadModelsThatAreBehindAndThenArrivesWhole() throws Exception {
        var data = temporary.resolve("data");
        try (var server = LedgerProcess.readyWith(Map.of("LEDGER_IMPORTS_LONGEST_LAG", "200"), "serve", data)) {
            LedgerProcess.signal("STOP", server.children().getLast());
            CompletableFuture<Ended> ended;
            try {
                ended = CompletableFuture.supplyAsync(() -> imported(data));
                awaitHeldUp(server.as("admin"));
                var organization = Map.of("organizationId", "org-320623", "name", "县", "kind", "COUNTY_OFFICE");
                assertThat(server.as("admin")
                                .post("/api/organizations", organization)
                                .status())
                        .as("the act of a person")
                        .isEqualTo(201);
                assertThat(ended).isNotDone();
            } finally {
                LedgerProcess.signal("CONT", server.children().getLast());
            }
            assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitCode())
                    .as(() -> ended.join().output())
                    .isZero();
            assertThat(ended.join().output()).containsPattern("\"casesAdded\" ?: ?" + CASES);
        }
    }

    private static void awaitHeldUp(Api admin) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = admin.post("/api/imports/import-" + "ab".repeat(32) + "/cases", List.of());
            if (answer.json().path("rule").asString("").equals("import/pace")) {
                assertThat(answer.status()).isEqualTo(503);
                return;
            }
            assertThat(Instant.now()).as(answer::toString).isBefore(until);
            Thread.sleep(100);
        }
    }

    private Ended imported(Path data) {
        try {
            var log = Files.writeString(temporary.resolve("log.xes"), log());
            return LedgerProcess.run(data, "import", "--data", data.toString(), log.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String log() {
        return IntStream.range(0, CASES)
                .mapToObj(ImportPaceTest::trace)
                .collect(Collectors.joining("\n", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <log xes.version="1849-2016">
                        """, "</log>"));
    }

    private static String trace(int number) {
        var event = """
                <event><string key="concept:name" value="受理"/>
                <date key="time:timestamp" value="2026-03-02T09:00:00.000+08:00"/></event>
                """;
        return "<trace><string key=\"concept:name\" value=\"pace-%d\"/>%s</trace>".formatted(number, event.repeat(3));
    }
}
