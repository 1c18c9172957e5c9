package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.serviceledger.app.endtoend.LedgerProcess.Ended;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** {@code ./ledger verify} at a terminal, for a running server and for the data of a stopped one. */
class VerifyTest {

    @TempDir
    Path temporary;

    @Test
    @ResourceLock(SharedDemo.ALONE)
    void theDemonstrationIsSoundWhileItRuns() throws Exception {
        var server = SharedDemo.server();
        var kept = Files.writeString(
                temporary.resolve("kept.txt"), text(server.url().resolve("/checkpoint")));
        var key = text(server.url().resolve("/vkey")).strip();

        var ended = verify(server.data(), "--documents", "500", "--checkpoint", kept.toString(), "--key", key);

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("sound: ", "documents: ", " folded anew, all alike");
    }

    @Test
    void aKeyNobodyEverSignedWithIsNoticed() throws Exception {
        var ended = verify(
                SharedDemo.server().data(),
                "--documents",
                "0",
                "--key",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains("keys of the log: none of them is PeterNeumann+c74f20a3");
    }

    @Test
    void whatCannotBeCheckedIsSaidInOneLine() throws Exception {
        refused("there is no ledger in", verify(temporary.resolve("nowhere")));
        refused("cannot read the checkpoint", verify(temporary, "--checkpoint", "nothing.txt"));
        var text = Files.writeString(temporary.resolve("text.txt"), "a text\n");
        refused("text.txt is no checkpoint: ", verify(temporary, "--checkpoint", text.toString()));
        refused("--key: no verifier key: 'x'", verify(temporary, "--key", "x"));
        refused("--documents takes a number or 'all', not 'some'", verify(temporary, "--documents", "some"));
    }

    /** Copies a ledger, continues it, restores the copy and alters it. One test, since every start costs seconds. */
    @Test
    void anOlderCopyPutBackIsNoticedByTheCheckpointSomebodyKept() throws Exception {
        var data = temporary.resolve("data");
        try (var server = LedgerProcess.borrowing(data)) {
            found(server, "org-320623", Map.of("kind", "COUNTY_OFFICE", "name", "昨天就在的县"));
        }
        var database = data.resolve("postgres/data");
        var yesterday = temporary.resolve("yesterday");
        copy(database, yesterday);
        var kept = temporary.resolve("kept.txt");
        try (var server = LedgerProcess.borrowing(data)) {
            var last = found(
                    server, "org-320623001", Map.of("kind", "TOWN_CENTRE", "name", "今天才来的大厅", "parent", "org-320623"));
            Files.writeString(kept, checkpointBeyond(server, last));
        }
        sound(verify(data, "--checkpoint", kept.toString()));

        delete(database);
        copy(yesterday, database);

        sound(verify(data));
        var ended = verify(data, "--checkpoint", kept.toString());
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains(kept + ": ", " events were signed, and the ledger has ", "it was rolled back");

        tamper(
                data,
                "UPDATE ledger_event SET payload = set_byte(payload, 20, get_byte(payload, 20) # 1) WHERE position = 0");
        var changed = verify(data);
        assertThat(changed.exitCode()).as(changed.output()).isEqualTo(1);
        assertThat(changed.output())
                .contains("position 0 (event 0 of ", "payload, metadata, salt or another column was changed")
                .contains("1 finding: ");

        tamper(data, "INSERT INTO ledger_log_key (vkey, from_size) VALUES (E'garbage\\n', 1000)");
        tamper(data, "UPDATE ledger_event SET payload = '\\xff' WHERE position = 1");
        var malformed = verify(data, "--documents", "1");
        assertThat(malformed.exitCode()).as(malformed.output()).isEqualTo(1);
        assertThat(malformed.output())
                .contains("keys of the log: row ", " is no key: no verifier key: 'garbage", "3 findings: ")
                .contains("position 1 (event ", "documents: the event at position ", " cannot be folded");
    }

    private static void sound(Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("sound: ", "documents not compared: no Elasticsearch runs");
    }

    private static void refused(String reason, Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).hasLineCount(1).startsWith("ledger: ").contains(reason);
    }

    private static Ended verify(Path data, String... more) throws IOException, InterruptedException {
        var arguments = new String[more.length + 3];
        arguments[0] = "verify";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return LedgerProcess.run(data, arguments);
    }

    private static long found(LedgerProcess server, String id, Map<String, Object> more) throws Exception {
        var organization = new HashMap<String, Object>(more);
        organization.put("organizationId", id);
        var answer = server.as("admin").post("/api/organizations", organization);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer.json().path("position").asLong();
    }

    private static String checkpointBeyond(LedgerProcess server, long position) throws Exception {
        var checkpoint = "";
        for (int look = 0; look < 100; look++) {
            checkpoint = text(server.url().resolve("/checkpoint"));
            if (Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow()) > position) {
                return checkpoint;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no checkpoint covers position " + position + ":\n" + checkpoint);
    }

    private static String text(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static void tamper(Path data, String sql) throws Exception {
        try (var postgres = EmbeddedPostgres.start(data.resolve("postgres"));
                var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (var path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
