package org.serviceledger.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.serviceledger.store.embedded.RunningPostgres;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.ProofFile;

/** The operator's page (运行状况), and what it shows on the public one, in a real browser. */
class OperationsTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void theCheckpointOfTheDayIsOnRecordForEverybody() throws Exception {
        var server = SharedDemo.server();
        try (var somebody = chromium.visitor(server)) {
            somebody.signIn("admin");
            somebody.open("/operations");
            assertThat(somebody.find("anchor-state")).hasCount(2);
            assertThat(somebody.find("anchor-state").first()).containsText("当日零时尚无记录");
            somebody.open("/ledger");
            assertThat(somebody.find("anchor-none")).isVisible();

            var before = LocalDate.now(CHINA);
            haveMidnightPassed(server);
            await().atMost(SOON).until(() -> {
                somebody.page().navigate("/ledger");
                return somebody.find("anchor").getByTestId("proof").count() == 1;
            });
            somebody.look();
            somebody.print();
            var position =
                    Long.parseLong(somebody.find("anchor-position").innerText().replace(",", ""));
            assertThat(somebody.find("anchor-day").innerText())
                    .isBetween(before.toString(), LocalDate.now(CHINA).toString());
            var proof = ProofFile.parse(Api.asNobody(server.url())
                    .get("/api/ledger/events/%d/proof".formatted(position))
                    .json()
                    .asString());
            assertThat(Checkpoint.parse(proof.checkpoint().text()).size()).isGreaterThan(position);
            assertThat(Long.parseLong(somebody.find("anchor-size").innerText().replace(",", "")))
                    .isBetween(1L, position);

            somebody.open("/operations");
            assertThat(somebody.find("anchor-state").first()).containsText("已入账");
        }
    }

    /** Brings the time forward at which the day's checkpoint is recorded; the rest takes its course. */
    private static void haveMidnightPassed(LedgerProcess server) throws Exception {
        var postgres = RunningPostgres.on(server.data().resolve("postgres")).orElseThrow();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'daily-anchor'"))
                    .isOne();
        }
    }
}
