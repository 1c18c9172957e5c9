package org.serviceledger.app.console;

import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that all commands to start a server share. */
final class ServerCommandOptions {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "${bundle:console.label.port}",
            defaultValue = "8080",
            descriptionKey = "console.option.port")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "${bundle:console.label.address}",
            defaultValue = "127.0.0.1",
            descriptionKey = "console.option.address")
    private String address = "127.0.0.1";

    DataOption data() {
        return data;
    }

    int port() {
        if (port < 0 || port > 65_535) {
            throw new LedgerFailed(Message.of("console.serve.no-port", "port", port));
        }
        return port;
    }

    String address() {
        return address;
    }
}
