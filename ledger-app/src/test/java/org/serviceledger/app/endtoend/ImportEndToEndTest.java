package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.endtoend.LedgerProcess.Ended;
import org.serviceledger.app.testing.ProcessLogs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports logs into the running server as a user does, both intact and damaged. */
@ResourceLock(SharedDemo.ALONE)
class ImportEndToEndTest {

    private static final String BROKEN_OFF = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="2.0">
            <string key="hall" value="样例镇"/>
            <trace>
            <string key="concept:name" value="%1$s-1"/>
            <list key="materials"><values><string key="m" value="身份证"/><string key="m" value="户口簿"/></values></list>
            <event><string key="concept:name" value="受理"><string key="note" value="现场"/></string>
            <string key="org:resource" value="%1$s-clerk"/><string key="org:group" value="窗口"/>
            <date key="time:timestamp" value="2026-03-02T09:00:00.000+08:00"/></event>
            </trace>
            <trace>
            <string key="concept:name" value="%1$s-2"/>
            <event><string key="concept:name" value="受理"/>
            <date key="time:timestamp" value="2026-03-32T09:00:00.000+08:00"/></event>
            </trace>
            <trace>
            <string key="concept:name" value="%1$s-3"/>
            <event><string key="concept:name" value="受理"/>
            """;

    private static final String MENDED = """
            <date key="time:timestamp" value="2026-03-03T09:00:00.000+08:00"/></event>
            </trace>
            </log>
            """;

    private final LedgerProcess server = SharedDemo.server();

    @TempDir
    private Path directory;

    private Api inspector;

    @BeforeEach
    void signIn() {
        inspector = server.as("inspector");
    }

    @Test
    void aMadeUpLogArrivesWholeAndOnce() throws Exception {
        arrivesWholeAndOnce(ProcessLogs.madeUp());

        var acts = importedActs("case-100042");
        assertThat(texts(acts, "person")).containsExactly("Clerk17", "Clerk08", "Clerk17", "Clerk17");
        assertThat(texts(acts, "organisation")).containsExactly("Unit 1", "Unit 4", "Unit 1", "Unit 4");
        assertThat(times(acts))
                .containsExactly(
                        "2015-10-22T07:20:11.008Z",
                        "2015-10-23T14:45:59.731Z",
                        "2015-11-26T14:02:10.640Z",
                        "2015-11-26T14:04:37.095Z");
    }

    @Test
    @Tag("real-data")
    void aRealLogArrivesWholeAndOnce() throws Exception {
        arrivesWholeAndOnce(ProcessLogs.real());

        var acts = importedActs("case-10011");
        assertThat(texts(acts, "person")).containsExactly("Resource21", "Resource10", "Resource21", "Resource21");
        assertThat(texts(acts, "organisation")).containsExactly("Group 1", "Group 4", "Group 1", "Group 4");
        assertThat(times(acts))
                .containsExactly(
                        "2011-10-11T11:45:40.276Z",
                        "2011-10-12T06:26:25.398Z",
                        "2011-11-24T14:36:51.302Z",
                        "2011-11-24T14:37:16.553Z");
    }

    @Test
    void aDamagedFileKeepsWholeCasesAndIsResumed() throws Exception {
        var name = "damaged";
        var broken = run(write(BROKEN_OFF.formatted(name)));

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output())
                .contains("log.xes:13: time:timestamp is not a date: 2026-03-32T09:00:00.000+08:00")
                .contains("log.xes:19: ");
        assertThat(summary(broken).path("readToTheEnd").asBoolean()).isFalse();
        assertThat(summary(broken).path("casesAdded").asInt()).isEqualTo(1);
        assertThat(status("damaged-1")).isEqualTo(200);
        assertThat(status("damaged-3")).isEqualTo(404);

        var mended = run(write((BROKEN_OFF.formatted(name) + MENDED).replace("03-32", "03-31")));

        assertThat(mended.exitCode()).isZero();
        assertThat(mended.output()).contains("already held: 1 cases");
        assertThat(summary(mended).path("casesAdded").asInt()).isEqualTo(2);
        assertThat(status("damaged-3")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "0001-03-02", "-5000-03-02", "2200-01-01", "+999999999-12-31"})
    void aTimeBeyondAllCalendarsIsToldWithItsLineAndTheOthersArrive(String day) throws Exception {
        var text = (BROKEN_OFF.formatted("far" + day) + MENDED).replace("2026-03-32", day);

        var ended = run(write(text));

        assertThat(ended.output())
                .contains(
                        "log.xes:11: case far%s-2: acts[0].occurredAt: must lie in the years 1900 to 2199 (request/valid)"
                                .formatted(day));
        assertThat(summary(ended).path("casesAdded").asInt()).isEqualTo(2);
        assertThat(summary(ended).path("casesRefused").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeImportedIsToldInALine() throws Exception {
        assertThat(run(directory.resolve("none.xes")))
                .isEqualTo(failed(directory.resolve("none.xes"), "there is no such file"));
        assertThat(run(directory)).isEqualTo(failed(directory, "is a directory: name a log, such as receipt.xes.gz"));
        assertThat(run(write(""))).isEqualTo(failed(file(), "the file is empty"));
        assertThat(run(write("<html/>")).output())
                .isEqualTo("%s:1: not an XES file: its root is <html>%n".formatted(file()));
        assertThat(run(write("number,name\n")).output())
                .startsWith(file() + ":1: ")
                .hasLineCount(1);
    }

    @Test
    void aWrongPasswordIsToldInALine() throws Exception {
        var data = directory.resolve("data");
        Files.createDirectories(data);
        Files.copy(server.data().resolve("server.json"), data.resolve("server.json"));
        Files.writeString(Credentials.file(data), "admin=wrong\n");

        var ended = LedgerProcess.run(data, "import", ProcessLogs.madeUp().toString(), "--data", data.toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("does not let admin import (401)").hasLineCount(1);
    }

    private void arrivesWholeAndOnce(Path log) throws Exception {
        var first = summary(run(log));
        var again = run(log);

        assertThat(first.path("cases").asInt()).isEqualTo(1434);
        assertThat(first.path("acts").asInt()).isEqualTo(8577);
        assertThat(first.path("casesRefused").asInt()).isZero();
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("already held: 1434 cases");
        assertThat(summary(again).path("actsAdded").asInt()).isZero();
    }

    private List<JsonNode> importedActs(String id) throws IOException, InterruptedException {
        return inspector
                .get("/api/cases/" + id + "/chain?timeout=60s&minPosition=" + last())
                .json()
                .path("acts")
                .valueStream()
                .filter(act -> act.path("type").asString().equals("case.imported-act"))
                .toList();
    }

    private Ended failed(Path file, String reason) {
        return new Ended(1, "%s: %s%n".formatted(file, reason));
    }

    private Ended run(Path file) throws IOException, InterruptedException {
        return LedgerProcess.run(
                server.data(),
                "import",
                file.toString(),
                "--data",
                server.data().toString());
    }

    private static JsonNode summary(Ended ended) {
        return JsonMapper.shared().readTree(ended.output().lines().toList().getLast());
    }

    private int status(String number) throws IOException, InterruptedException {
        return inspector
                .get("/api/cases/" + number + "?timeout=60s&minPosition=" + last())
                .status();
    }

    private long last() throws IOException, InterruptedException {
        return server.as("admin")
                        .get("/api/operations/read-models")
                        .json()
                        .path("head")
                        .asLong()
                - 1;
    }

    private static List<String> texts(List<JsonNode> acts, String field) {
        return acts.stream().map(act -> act.path(field).asString()).toList();
    }

    private static List<String> times(List<JsonNode> acts) {
        return texts(acts, "occurredAt").stream()
                .map(time -> OffsetDateTime.parse(time).toInstant().toString())
                .toList();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(file(), text);
    }

    private Path file() {
        return directory.resolve("log.xes");
    }
}
