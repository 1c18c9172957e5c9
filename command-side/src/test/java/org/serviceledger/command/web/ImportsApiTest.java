package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Trust;
import org.springframework.beans.factory.annotation.Autowired;

/** Batches of imported cases: the server takes or refuses each case on its own and takes nothing twice. */
@WebTest
final class ImportsApiTest {

    private final TestHall hall;
    private final EventStore events;
    private final DataSource database;

    @Autowired
    ImportsApiTest(TestHall hall, EventStore events, DataSource database) {
        this.hall = hall.open();
        this.events = events;
        this.database = database;
    }

    @Test
    void aBatchIsTakenWhole() {
        var path = new ImportEndpoints(hall).newImport() + "/cases";
        var batch = "[" + IntStream.range(0, 300).mapToObj(i -> one("B" + i, 3)).collect(Collectors.joining(",")) + "]";
        var size = hall.size();

        var answer = hall.must(TestUser.ADMIN, path, batch).json();

        assertThat(answer.path("added").asLong()).isEqualTo(900);
        assertThat(answer.path("refused").asLong()).isZero();
        assertThat(answer.path("cases")).hasSize(300);
        assertThat(hall.size()).isEqualTo(size + 1200);
        assertThat(answer.path("position").asLong()).isEqualTo(hall.size() - 1);
        assertThat(events.readEvents("case-B7").asStream()).hasSize(4).first().satisfies(event -> {
            var imported = (CaseImported) event.getPayload();
            assertThat(imported.provenance())
                    .isEqualTo(new Provenance(imported.provenance().importId(), "XES 1.0", "a.xes", "case-B7"));
            assertThat(imported.organization()).isEqualTo(OrganizationId.ofCode("320623"));
            assertThat(imported.attributes()).hasSize(1);
        });

        var again = hall.must(TestUser.ADMIN, path, batch).json();
        assertThat(again.path("added").asLong()).isZero();
        assertThat(again.path("alreadyThere").asLong()).isEqualTo(300);
        assertThat(hall.size()).isEqualTo(size + 1200);
    }

    @Test
    void whatIsNewOfACaseIsAdded() {
        var path = new ImportEndpoints(hall).newImport() + "/cases";
        hall.must(TestUser.ADMIN, path, "[" + one("P1", 2) + "]");
        var answer = hall.must(TestUser.ADMIN, path, "[" + one("P1", 5) + "]").json();
        assertThat(answer.path("cases").path(0).path("added").asLong()).isEqualTo(3);
    }

    @Test
    void aBadCaseDoesNotSpoilTheBatch() {
        var applied = hall.applied().substring("/api/cases/case-".length());
        var batch = "[%s,%s,%s,null,%s]"
                .formatted(
                        one("M1", 1),
                        one("M2", 1).replace("受理", "长".repeat(501)),
                        one(applied, 1),
                        one("M3", 1).replace("2010-03-01T09", "1010-03-01T09"));
        var answer = hall.must(TestUser.ADMIN, new ImportEndpoints(hall).newImport() + "/cases", batch)
                .json();

        assertThat(answer.path("added").asLong()).isEqualTo(1);
        assertThat(answer.path("refused").asLong()).isEqualTo(4);
        var cases = answer.path("cases");
        assertThat(cases.path(0).has("refused")).isFalse();
        assertThat(cases.path(1).path("refused").path("detail").asString()).contains("acts[0].activity");
        assertThat(cases.path(2).path("refused").path("rule").asString()).isEqualTo("case/number-once");
        assertThat(cases.path(4).path("refused").path("detail").asString()).contains("occurredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T15:54:16Z", "0001-01-01T00:00:00Z", "-5000-01-01T00:00:00+08:00"})
    void aTimeBeforeAllCalendarsIsRefusedWithTheCaseThatBearsIt(String time) {
        var path = new ImportEndpoints(hall).newImport() + "/cases";
        var size = hall.size();
        var act = one("T1", 1).replace("2010-03-01T09:00:00.123+01:00", time);
        var start = one("T2", 1).replace("2010-03-01T00:00:00Z", time);

        var answer =
                hall.must(TestUser.ADMIN, path, "[%s,%s]".formatted(act, start)).json();

        assertThat(answer.path("refused").asLong()).isEqualTo(2);
        var range = "must lie in the years 1900 to 2199";
        assertThat(answer.path("cases").findValuesAsString("detail"))
                .containsExactly("acts[0].occurredAt: " + range, "startedAt: " + range);
        assertThat(hall.size()).as("nothing is stored").isEqualTo(size);
    }

    @Test
    void underAKeyABatchIsTakenOnceAndAnsweredAlike() {
        var path = new ImportEndpoints(hall).newImport() + "/cases";
        var batch = "[" + one("K1", 2) + "," + one("K2", 1) + "]";
        var first = hall.postUnderKey(TestUser.ADMIN, "batch", path, batch);
        var size = hall.size();

        assertThat(hall.postUnderKey(TestUser.ADMIN, "batch", path, batch)).isEqualTo(first);
        assertThat(hall.postUnderKey(TestUser.ADMIN, "batch", path, "[" + one("K3", 1) + "]")
                        .status())
                .isEqualTo(422);
        assertThat(hall.size()).isEqualTo(size);
        var verification = new LedgerVerifier(database, PostgresEventStorageEngine.Builder.DEFAULT_TENANT)
                .verify(new Trust(List.of(), List.of()), (_, _) -> {});
        assertThat(verification.findings())
                .as("receipts of several events say what these say")
                .isEmpty();
        assertThat(verification.receipts()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aBatchIsRefusedAsAWholeWhenItCannotBeRead() {
        var path = new ImportEndpoints(hall).newImport() + "/cases";
        var size = hall.size();
        refused(path, "[]", 400, "body");
        refused(path, "{}", 400, "body");
        refused(path, "[" + one("C1", 1) + ",", 400, ", column");
        refused(path, "[" + one("C1", 1).replace("\"title\"", "\"titel\"") + "]", 400, "[0].titel");
        refused(
                path,
                "[" + one("C1", 1) + "," + one("C2", 1).replace("2010-03-01T09", "soon") + "]",
                400,
                "[1].acts[0].occurredAt");
        refused(path, "[" + "null,".repeat(500) + "null]", 400, "body");
        refused(path, " ".repeat(WebTest.IMPORT_LIMIT + 1), 413, "request/size");
        refused(path + "?organization=here", "[" + one("C1", 1) + "]", 400, "organization");
        refused("/api/imports/" + "f".repeat(64) + "/cases", "[" + one("C1", 1) + "]", 404, "import/begun-first");
        refused("/api/imports/1/cases", "[" + one("C1", 1) + "]", 400, "id");
        assertThat(hall.size()).isEqualTo(size);
    }

    private void refused(String path, String body, int status, String named) {
        var answer = hall.post(TestUser.ADMIN, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text()).contains(named);
    }

    private static String one(String number, int acts) {
        var listed = IntStream.range(0, acts).mapToObj("""
                        {"ordinal":%d,"activity":"受理","transition":"complete","by":{"person":"Resource21","name":"Resource21",
                        "role":"RESOURCE","post":null,"window":null,"organization":null,"unit":"Group 1","onBehalfOf":null},
                        "occurredAt":"2010-03-01T09:00:00.123+01:00","attributes":[]}"""::formatted).collect(Collectors.joining(","));
        return """
                {"number":"%s","originalId":"case-%s","title":"某案","department":"General","channel":"Internet","responsible":null,
                "startedAt":"2010-03-01T00:00:00Z","endedAt":null,"dueAt":null,
                "attributes":[{"key":"startdate","type":"date","value":"2010-03-01","nested":[]}],"acts":[%s]}""".formatted(number, number, listed);
    }
}
