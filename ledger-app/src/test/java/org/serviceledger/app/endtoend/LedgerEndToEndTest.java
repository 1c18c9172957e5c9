package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.testing.ProcessLogs;
import tools.jackson.databind.JsonNode;

/** From a command to every kind of query, over HTTP on the real servers. */
@ResourceLock(SharedDemo.ALONE)
class LedgerEndToEndTest {

    private static final List<String> READ_MODELS =
            List.of("acts", "cases", "items", "organizations", "window-days", "staff-days", "evaluations");

    private final LedgerProcess server = SharedDemo.server();

    @Test
    void whatIsRecordedIsFoundAtItsPosition() throws Exception {
        var clerk = server.as("clerk");
        var title = "端到端测试：开一家面馆 " + System.nanoTime();

        var applied = clerk.post("/api/cases", application(title));
        assertThat(applied.status()).as(applied::toString).isEqualTo(201);
        var id = applied.json().path("id").asString();
        var receipt = clerk.post("/api/cases/" + id + "/receive", Map.of("receiptNumber", "SJ-1"));
        assertThat(receipt.status()).as(receipt::toString).isEqualTo(200);
        var position = receipt.json().path("position").asLong();

        var inspector = server.as("inspector");
        var found = inspector.get("/api/cases?q=面馆&minPosition=" + position).json();
        assertThat(found.path("asOf").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(found.path("total").asLong()).isPositive();
        assertThat(found.path("items").findValuesAsString("title")).contains(title);

        var chain = inspector
                .get("/api/cases/" + id + "/chain?minPosition=" + position)
                .json();
        assertThat(chain.path("acts").valueStream().map(act -> act.path("type").asString()))
                .containsExactly("case.applied", "case.received");
        assertThat(chain.path("acts")
                        .valueStream()
                        .map(act -> act.path("position").asLong()))
                .isSorted()
                .endsWith(position);
        assertThat(chain.path("acts").get(1).path("person").asString()).isEqualTo("staff-320623001-01");

        var progress = Api.asNobody(server.url())
                .get("/api/public/progress?number=%s&code=%s"
                        .formatted(id, applied.json().path("progressCode").asString()));
        assertThat(progress.status()).as(progress::toString).isEqualTo(200);
    }

    @Test
    void aRefusalNamesTheRuleAndStoresNothing() throws Exception {
        var clerk = server.as("clerk");
        var id = clerk.post("/api/cases", application("重复收件")).json().path("id").asString();
        clerk.post("/api/cases/" + id + "/receive", Map.of("receiptNumber", "SJ-2"));
        var before = head();

        var again = clerk.post("/api/cases/" + id + "/receive", Map.of("receiptNumber", "SJ-3"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("rule").asString()).isNotBlank();
        assertThat(again.json().path("detail").asString()).isNotBlank();
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void thePublicNeedsNoPasswordAndFindsItemsByInitials() throws Exception {
        var nobody = Api.asNobody(server.url());

        assertThat(nobody.get("/actuator/health").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(nobody.get("/actuator/health").json().has("components")).isFalse();
        var items = nobody.get("/api/public/items?q=yyzz").json();
        assertThat(items.path("items").valueStream().map(JsonNode::toString)).anyMatch(item -> item.contains("营业执照"));
        assertThat(nobody.get("/v3/api-docs").json().path("paths").propertyNames())
                .contains("/api/cases", "/api/public/items");
    }

    @Test
    void everyoneElseSignsInAndMayDoWhatTheirRoleMay() throws Exception {
        var nobody = Api.asNobody(server.url()).get("/api/cases");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().path("rule").asString()).isEqualTo("access/sign-in");
        assertThat(Api.as(server.url(), "clerk", "guess").get("/api/cases").status())
                .isEqualTo(401);
        assertThat(server.as("clerk").get("/api/operations/read-models").status())
                .isEqualTo(403);
        assertThat(server.as("clerk").get("/api/reports/performance").status()).isEqualTo(403);
        assertThat(server.as("analyst").post("/api/cases", application("越权")).status())
                .isEqualTo(403);
        var performance = server.as("analyst").get("/api/reports/performance");
        assertThat(performance.status()).as(performance::toString).isEqualTo(200);
        assertThat(performance.json().path("organisationId").asString()).isEqualTo("org-320623");
        assertThat(performance
                        .json()
                        .path("total")
                        .path("figures")
                        .path("received")
                        .asLong())
                .isPositive();
        var attendance = server.as("analyst").get("/api/reports/attendance");
        assertThat(attendance.status()).as(attendance::toString).isEqualTo(200);
        assertThat(attendance.json().path("people")).isNotEmpty();
        var admin = server.as("admin");
        assertThat(admin.get("/actuator/health").json().path("components").propertyNames())
                .contains("db", "elasticsearch", "readModels", "ledger");
        assertThat(admin.get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void deadlinesAreCountedByTheOfficialCalendar() throws Exception {
        var answer = Api.asNobody(server.url())
                .get("/api/deadlines?from=2020-04-16&limit=5&unit=working-day")
                .json();

        assertThat(LocalDate.parse(answer.path("due").asString())).isEqualTo(LocalDate.of(2020, 4, 23));
        assertThat(answer.path("counted")).hasSize(5);
    }

    @Test
    void aRebuildGivesIdenticalDocuments() throws Exception {
        var documents = ServedDocuments.of(server);
        var before = new HashMap<String, Map<String, JsonNode>>();
        var indices = new HashMap<String, String>();
        server.as("inspector").get("/api/cases?minPosition=" + (head() - 1) + "&timeout=30s");
        for (var model : READ_MODELS) {
            before.put(model, documents.all(model));
            indices.put(model, documents.index(model));
            assertThat(before.get(model)).as(model).isNotEmpty();
        }

        var rebuilt = LedgerProcess.run(
                server.data(), "rebuild", "--data", server.data().toString());

        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        for (var model : READ_MODELS) {
            assertThat(documents.index(model)).isNotEqualTo(indices.get(model));
            assertThat(documents.all(model)).as(model).isEqualTo(before.get(model));
        }
    }

    @Test
    void aMadeUpProcessArrivesWholeAndOnce() throws Exception {
        arrivesWholeAndOnce(ProcessLogs.madeUp());

        assertThat(people("case-100042")).containsExactly("user-admin", "Clerk17", "Clerk08", "Clerk17", "Clerk17");
    }

    @Test
    @Tag("real-data")
    void aRealProcessArrivesWholeAndOnce() throws Exception {
        arrivesWholeAndOnce(ProcessLogs.real());

        assertThat(people("case-10011"))
                .containsExactly("user-admin", "Resource21", "Resource10", "Resource21", "Resource21");
    }

    @Test
    void statusTellsHowItDoes() throws Exception {
        var status = LedgerProcess.run(
                server.data(), "status", "--data", server.data().toString());

        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output()).contains(server.url() + " UP", "head: ").contains(READ_MODELS);
    }

    @Test
    void thePasswordsAreForTheirOwnerAlone() throws Exception {
        var file = Credentials.file(server.data());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Credentials.read(server.data()).passwords())
                .containsOnlyKeys("inspector", "analyst", "clerk", "manager", "admin");
        assertThat(server.said()).contains("inspector").doesNotContain(server.password("inspector"));
    }

    @Test
    void nothingCallsOut() throws Exception {
        assertThat(Files.readString(server.data().resolve("log/ledger.log"))).doesNotContain("UpdateChecker");
        assertThat(server.said()).doesNotContain("WARN", "ERROR");
    }

    private void arrivesWholeAndOnce(Path log) throws IOException, InterruptedException {
        var data = server.data().toString();

        var first = LedgerProcess.run(server.data(), "import", log.toString(), "--data", data);
        var head = head();
        var second = LedgerProcess.run(server.data(), "import", log.toString(), "--data", data);

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("\"cases\":1434", "\"acts\":8577");
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output()).contains("\"actsAdded\":0");
        assertThat(head()).as("the second time added nothing").isEqualTo(head);
    }

    private List<String> people(String id) throws IOException, InterruptedException {
        var chain = server.as("inspector")
                .get("/api/cases/" + id + "/chain?timeout=30s&minPosition=" + (head() - 1))
                .json();
        return chain.path("acts")
                .valueStream()
                .map(act -> act.path("person").asString())
                .toList();
    }

    private long head() throws IOException, InterruptedException {
        return server.as("admin")
                .get("/api/operations/read-models")
                .json()
                .path("head")
                .asLong();
    }

    private Map<String, Object> application(String title) throws IOException, InterruptedException {
        return new Application(title).body(server);
    }
}
