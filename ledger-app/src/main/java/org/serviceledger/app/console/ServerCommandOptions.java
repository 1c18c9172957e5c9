package org.serviceledger.app.console;

import org.serviceledger.app.data.LedgerFailed;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What both ways to start a server ask for. */
final class ServerCommandOptions {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; others than this machine's own need HTTPS in front of it"
                    + " (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    DataOption data() {
        return data;
    }

    int port() {
        if (port < 0 || port > 65_535) {
            throw new LedgerFailed("a port is a number from 0 to 65535, not " + port);
        }
        return port;
    }

    String address() {
        return address;
    }
}
