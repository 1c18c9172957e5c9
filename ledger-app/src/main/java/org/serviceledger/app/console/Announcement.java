package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.serviceledger.app.server.LedgerServer;
import org.serviceledger.app.witness.WitnessServer;
import org.serviceledger.words.Words;

/** Prints that the server is ready, then blocks until it stops. */
final class Announcement {

    /** Delay after which lagging read models are reported. The server answers in the meantime. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private Announcement() {}

    static int ready(LedgerServer server, PrintWriter out) {
        server.announce();
        if (awaitReadModels(server, out)) {
            out.println("ready: " + server.url());
            out.println(Words.say("console.serve.sign-in", "users", server.userNames(), "file", server.credentials()));
            out.flush();
            server.awaitStop();
        }
        return 0;
    }

    /** Blocks until the read models have caught up. Returns false if the server stops first. */
    private static boolean awaitReadModels(LedgerServer server, PrintWriter out) {
        var catchUp = server.catchUp();
        var until = Instant.now().plus(PATIENCE);
        var told = false;
        while (!catchUp.isDone()) {
            if (!told && (Instant.now().isAfter(until) || catchUp.fails())) {
                out.println(Words.say("console.serve.behind", "url", server.url()));
                catchUp.missing().forEach(line -> out.println("  " + line.said()));
                out.flush();
                told = true;
            }
            if (server.awaitStop(GLANCE)) {
                return false;
            }
        }
        return true;
    }

    static int ready(WitnessServer witness, PrintWriter out) {
        out.println("ready: " + witness.url());
        out.println(Words.say("console.witness.ready", "url", witness.url(), "key", witness.verifier()));
        out.flush();
        witness.awaitStop();
        return 0;
    }
}
