package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.app.endtoend.LedgerProcess.Ended;

/** A start that cannot succeed prints one line that says what to do. */
class StartTest {

    @TempDir
    Path temporary;

    @Test
    void aSecondOnTheSameData() throws Exception {
        var server = SharedDemo.server();

        var ended = run("demo", "--port", "0", "--data", server.data().toString());

        assertRefused(ended, "is in use by a running ledger at " + server.url(), "--data");
        assertThat(server.as("inspector").get("/api/cases").status()).isEqualTo(200);
    }

    @Test
    void onATakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ended = run(
                    "serve",
                    "--port",
                    port(taken),
                    "--data",
                    temporary.resolve("data").toString());

            assertRefused(ended, "port " + port(taken) + " of 127.0.0.1 cannot be had", "--port");
        }
    }

    @Test
    void freshOnSomebodyElsesDirectory() throws Exception {
        Files.writeString(temporary.resolve("thesis.txt"), "three years of work");

        var ended = run("demo", "--fresh", "--port", "0", "--data", temporary.toString());

        assertRefused(ended, "holds something else than a ledger", "--data");
        assertThat(temporary.resolve("thesis.txt")).hasContent("three years of work");
    }

    @Test
    void whereNothingCanBeWritten() throws Exception {
        assertRefused(run("serve", "--port", "0", "--data", "/proc/ledger"), "cannot write to /proc/ledger", "--data");
    }

    @Test
    void aQuestionToAServerThatIsNot() throws Exception {
        assertRefused(run("status", "--data", temporary.toString()), "no server runs on", "./ledger demo");
    }

    @Test
    void withOptionsNobodyKnows() throws Exception {
        var ended = run("demo", "--fast");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).hasLineCount(1).contains("--fast", "./ledger demo --help");
    }

    @Test
    void orJustAskedForHelp() throws Exception {
        for (var command : new String[] {"demo", "serve", "import", "status", "rebuild", "rotate-key", "verify"}) {
            var ended = run(command, "--help");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.output()).startsWith("Usage: ./ledger " + command).contains("--data");
        }
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return LedgerProcess.run(temporary, arguments);
    }

    private static void assertRefused(Ended ended, String reason, String remedy) {
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).hasLineCount(1).startsWith("ledger: ").contains(reason, remedy);
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }
}
