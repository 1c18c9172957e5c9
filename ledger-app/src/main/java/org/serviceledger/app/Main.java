package org.serviceledger.app;

import org.serviceledger.app.console.Ledger;

/** Entry point of the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Ledger.run(arguments));
    }
}
