package org.serviceledger.app.console;

import java.io.PrintWriter;
import org.serviceledger.app.server.LedgerServer;
import org.serviceledger.app.witness.WitnessServer;

/** Tells that the server is ready, and stays until it is stopped. */
final class Announcement {

    private Announcement() {}

    static int ready(LedgerServer server, PrintWriter out) {
        server.awaitReadModels();
        server.announce();
        out.println("ready: " + server.url());
        out.printf(
                "sign in as %s; the passwords are in %s%n",
                String.join(", ", server.userNames()), server.credentials());
        out.flush();
        server.awaitStop();
        return 0;
    }

    static int ready(WitnessServer witness, PrintWriter out) {
        out.println("ready: " + witness.url());
        out.println("the log asks at %s/add-checkpoint and must know this key: %s"
                .formatted(witness.url(), witness.verifier()));
        out.flush();
        witness.awaitStop();
        return 0;
    }
}
