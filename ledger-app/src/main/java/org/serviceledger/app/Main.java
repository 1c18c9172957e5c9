package org.serviceledger.app;

import org.serviceledger.app.console.Ledger;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Ledger.run(arguments));
    }
}
