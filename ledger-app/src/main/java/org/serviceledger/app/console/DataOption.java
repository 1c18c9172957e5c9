package org.serviceledger.app.console;

import java.nio.file.Path;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.data.RunningServer;
import picocli.CommandLine.Option;

/** Which ledger of this machine is meant. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".ledger",
            description = "Directory everything is kept in (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".ledger");

    Path path() {
        return data.toAbsolutePath().normalize();
    }

    RunningServer server() {
        return RunningServer.read(path())
                .orElseThrow(() -> new LedgerFailed(
                        "no server runs on %s: start one with ./ledger demo, or name its directory with --data"
                                .formatted(path())));
    }
}
