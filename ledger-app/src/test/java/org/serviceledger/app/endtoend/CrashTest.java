package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a server during its work, restarts it and stops it in order. One test, since every start costs seconds. */
class CrashTest {

    @TempDir
    Path temporary;

    @Test
    void whatWasAnsweredIsThereAfterAKillAndNoServerIsLeftBehind() throws Exception {
        var data = temporary.resolve("data");
        List<Long> before;
        long position;
        try (var server = LedgerProcess.ready("serve", data)) {
            var answer = server.as("admin").post("/api/organizations", organization());
            assertThat(answer.status()).as(answer::toString).isEqualTo(201);
            position = answer.json().path("position").asLong();
            before = server.children();
            assertThat(before).allMatch(CrashTest::isAlive);
            server.kill();
        }

        List<Long> after;
        try (var server = LedgerProcess.ready("serve", data)) {
            assertThat(before).noneMatch(CrashTest::isAlive);
            after = server.children();
            assertThat(after).doesNotContainAnyElementsOf(before).allMatch(CrashTest::isAlive);
            var halls = Api.asNobody(server.url()).get("/api/public/halls?minPosition=" + position);
            assertThat(halls.json().toString()).contains("断电之后还在的县");
            var again = server.as("admin").post("/api/organizations", organization());
            assertThat(again.status()).isEqualTo(409);

            assertThat(server.stop()).isLessThan(Duration.ofSeconds(30));
        }
        assertThat(after).noneMatch(CrashTest::isAlive);
        assertThat(data.resolve("server.json")).doesNotExist();
    }

    private static Map<String, Object> organization() {
        return Map.of("organizationId", "org-320623", "name", "断电之后还在的县", "kind", "COUNTY_OFFICE");
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }
}
