package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.serviceledger.app.server.LedgerServer;
import org.serviceledger.app.witness.WitnessServer;
import org.serviceledger.words.Words;

/** Tells that the server is ready, and stays until it is stopped. */
final class Announcement {

    /** After so long it is told what is still missing; the server answers all the same. */
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

    /** False if the server is stopped before. */
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
