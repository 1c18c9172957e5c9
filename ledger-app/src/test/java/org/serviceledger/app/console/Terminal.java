package org.serviceledger.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Exit code and output of a command that runs within this process. */
record Terminal(int exitCode, String output, String errors) {

    static Terminal run(String... arguments) {
        var terminal = System.out;
        var terminalOfErrors = System.err;
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, UTF_8));
        System.setErr(new PrintStream(errors, true, UTF_8));
        try {
            var exitCode = Ledger.run(arguments);
            return new Terminal(exitCode, output.toString(UTF_8), errors.toString(UTF_8));
        } finally {
            System.setOut(terminal);
            System.setErr(terminalOfErrors);
        }
    }
}
