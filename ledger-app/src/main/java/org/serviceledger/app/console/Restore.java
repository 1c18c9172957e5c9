package org.serviceledger.app.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.backup.LedgerRestore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a data directory of a backup. */
@Command(
        name = "restore",
        description =
                "Makes a new data directory of a backup, as the ledger was at its end or at a moment before. Checks every"
                        + " file of the backup first.",
        footer = {
            "Never start a restored ledger beside the one it was copied from: both would sign, and the log would be forked.",
            "Then check it: ./ledger verify --data DIR --checkpoint FILE, with the last checkpoint a witness or the gazette has."
        })
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The backup.")
    private Path source = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "NEWDIR",
            description = "The new data directory; must be empty.")
    private Path data = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "TIME|POSITION",
            description =
                    "Up to this time, such as 2026-11-28T09:00:00+08:00, or up to the event at this position; everything if"
                            + " not given.")
    private @Nullable String to;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var line = spec.commandLine();
        var outcome = new LedgerRestore(source, data, passphrase.passphrase()).run(to);
        line.getOut()
                .printf(
                        "restored %,d events to %s, the last recorded at %s%n",
                        outcome.size(), data, outcome.last() == null ? "no time" : outcome.last());
        if (!outcome.hasKey()) {
            line.getErr()
                    .println("the log's key was not in the backup: put it at log-key, or name it with ledger.log.key");
        }
        line.getErr()
                .println(
                        "never start it beside the ledger it was copied from: both would sign, and the log would be forked");
        return 0;
    }
}
