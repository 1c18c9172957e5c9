package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.embedded.RunningPostgres;

/** A server that doubts its clock starts, reports the doubt, and records nothing. */
class ClockTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path temporary;

    @Test
    void nothingIsRecordedUntilSomebodyHasLookedAtTheClock() throws Exception {
        var data = temporary.resolve("data");
        try (var server = LedgerProcess.borrowing(data)) {
            assertThat(server.as("admin").get("/actuator/health").status()).isEqualTo(200);
        }

        try (var server = LedgerProcess.borrowing(Map.of("LEDGER_CLOCK_LONGESTABSENCE", "1s"), data)) {
            isInDoubt(server, "the ledger was last at work at");
            confirm(server);
            assertThat(establish(server).status()).isEqualTo(201);

            signOfLifeIn(server, "now() + interval '1 day'");
            await().atMost(SOON)
                    .until(() -> server.as("admin").get("/actuator/health").status() == 503);
            isInDoubt(server, "the ledger has been at");
            confirm(server);
        }
    }

    private static void isInDoubt(LedgerProcess server, String why) throws Exception {
        var health = server.as("admin").get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json()
                        .path("components")
                        .path("clock")
                        .path("details")
                        .path("doubt")
                        .asString())
                .contains(why);
        var refused = establish(server);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("rule").asString()).isEqualTo("record/clock");
        assertThat(refused.json().path("detail").asString())
                .startsWith("nothing is recorded while the time is in doubt: ")
                .contains(why);
        assertThat(Api.asNobody(server.url()).get("/api/public/halls").status()).isEqualTo(200);
    }

    private static void confirm(LedgerProcess server) throws Exception {
        var confirmed = LedgerProcess.run(
                server.data(), "confirm-clock", "--data", server.data().toString());
        assertThat(confirmed.exitCode()).as(confirmed.output()).isZero();
        assertThat(server.as("admin").get("/actuator/health").status()).isEqualTo(200);
    }

    private static Api.Answer establish(LedgerProcess server) throws Exception {
        return server.as("admin")
                .post(
                        "/api/organizations",
                        Map.of("organizationId", "org-320623", "name", "时钟可信的县", "kind", "COUNTY_OFFICE"));
    }

    private static void signOfLifeIn(LedgerProcess server, String time) throws Exception {
        var postgres = RunningPostgres.on(server.data().resolve("postgres")).orElseThrow();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE ledger_clock SET believed_at = " + time))
                    .isOne();
        }
    }
}
