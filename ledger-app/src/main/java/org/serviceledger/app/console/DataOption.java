package org.serviceledger.app.console;

import java.nio.file.Path;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.data.RunningServer;
import org.serviceledger.words.Message;
import picocli.CommandLine.Option;

/** The option {@code --data}: the data directory of the ledger. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "${bundle:console.label.directory}",
            defaultValue = ".ledger",
            descriptionKey = "console.option.data")
    private Path data = Path.of(".ledger");

    Path path() {
        return data.toAbsolutePath().normalize();
    }

    RunningServer server() {
        return RunningServer.read(path())
                .orElseThrow(() -> new LedgerFailed(Message.of("console.server.none", "directory", path())));
    }
}
