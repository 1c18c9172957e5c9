package org.serviceledger.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.serviceledger.store.embedded.RunningPostgres;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.ProofFile;

/** The operations page (运行状况), and its effects on the public page, in a real browser. */
class OperationsTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** Time a test needs before midnight, when the server records an event by itself. */
    private static final Duration WHILE_TESTED = Duration.ofMinutes(5);

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path temporary;

    @Test
    @ResourceLock(SharedDemo.ALONE)
    void theCheckpointOfTheDayIsOnRecordForEverybody() throws Exception {
        var shared = SharedDemo.server();
        ChinasDay.mustLast(WHILE_TESTED);
        try (var anew = SharedDemo.beganToday() ? null : LedgerProcess.ready("demo", temporary.resolve("demo"))) {
            theCheckpointOfTheDayIsOnRecordForEverybody(anew == null ? shared : anew);
        }
    }

    /** Requires a ledger whose first event is of today. */
    private static void theCheckpointOfTheDayIsOnRecordForEverybody(LedgerProcess server) throws Exception {
        try (var somebody = CHROMIUM.visitor(server)) {
            somebody.signIn("admin");
            somebody.open("/operations");
            assertThat(somebody.find("anchor-state")).hasCount(2);
            assertThat(somebody.find("anchor-state").first()).containsText("无可入账");
            somebody.open("/ledger");
            assertThat(somebody.find("anchor-none")).isVisible();

            var before = ChinasDay.today();
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
                    .isBetween(before.toString(), ChinasDay.today().toString());
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

    /** One test with many steps, since every start costs seconds. */
    @Test
    void whoVouchesForTheLogIsShownAndMeasured() throws Exception {
        ChinasDay.mustLast(WHILE_TESTED);
        var data = temporary.resolve("log");
        var key = WitnessedLogTest.keyOf(data).toString();
        var witness = WitnessProcess.watching(temporary.resolve("witness"), key);
        try (var log = WitnessedLogTest.served(data, witness);
                var operator = CHROMIUM.visitor(log)) {
            operator.signIn("admin");
            record(log, Map.of("organizationId", "org-320623", "name", "见证之下的县", "kind", "COUNTY_OFFICE"));
            await().atMost(SOON).until(() -> meter(log, "ledger.witness.size") >= size(log));
            assertThat(meter(log, "ledger.witness.lag")).isZero();
            assertThat(meter(log, "ledger.witness.lag.events")).isZero();
            assertThat(meter(log, "ledger.witness.alarm")).isZero();
            operator.open("/operations");
            assertThat(operator.find("witnesses")).containsText("正常");
            assertThat(operator.find("alarm")).hasCount(0);

            int port = witness.process().url().getPort();
            witness.process().kill();
            double vouched = meter(log, "ledger.witness.size");
            record(
                    log,
                    Map.of(
                            "organizationId", "org-320623001",
                            "name", "见证之下的厅",
                            "kind", "TOWN_CENTRE",
                            "parent", "org-320623"));
            await().atMost(SOON).until(() -> meter(log, "ledger.witness.alarm") == 1);
            assertThat(meter(log, "ledger.witness.lag")).isGreaterThan(3);
            assertThat(meter(log, "ledger.witness.lag.events")).isEqualTo(size(log) - vouched);
            assertThat(meter(log, "ledger.witness.size")).isEqualTo(vouched);
            operator.open("/operations");
            assertThat(operator.find("alarm")).containsText("没有足够的见证人联署");
            assertThat(operator.find("witnesses")).containsText("未联署");

            witness = WitnessProcess.watchingOn(port, temporary.resolve("witness"), key);
            await().atMost(SOON).until(() -> meter(log, "ledger.witness.alarm") == 0);
            assertThat(meter(log, "ledger.witness.lag")).isZero();
            assertThat(meter(log, "ledger.witness.lag.events")).isZero();
            assertThat(meter(log, "ledger.witness.size")).isEqualTo(size(log));
            operator.open("/operations");
            assertThat(operator.find("alarm")).hasCount(0);
            assertThat(operator.find("witnesses")).containsText("正常");
        } finally {
            witness.close();
        }
    }

    private static void record(LedgerProcess log, Map<String, Object> organization) throws Exception {
        var answer = log.as("admin").post("/api/organizations", organization);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
    }

    private static double size(LedgerProcess log) throws Exception {
        return log.as("admin")
                .get("/api/operations/read-models")
                .json()
                .path("head")
                .asLong();
    }

    /** Reads a meter as a metrics collector does. */
    private static double meter(LedgerProcess log, String name) throws Exception {
        var answer = log.as("admin").get("/actuator/metrics/" + name);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo(name);
        return answer.json().path("measurements").path(0).path("value").asDouble();
    }

    /** Makes the task that records the daily checkpoint due now. */
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
