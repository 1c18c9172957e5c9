package org.serviceledger.app.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.serviceledger.app.backup.LedgerBackup;
import org.serviceledger.app.data.LedgerFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a ledger while it runs. */
@Command(
        name = "backup",
        description =
                "Copies the ledger of a data directory, with its keys and passwords, whether or not its server runs. Run"
                        + " again on the same directory it adds what has been recorded since.",
        footer = {
            "Whoever has the backup has the ledger, its log's key and its passwords: encrypt it, or keep it as safe as these.",
            "A PostgreSQL of your own is backed up with its own means (pg_basebackup, and archived WAL); the read models need"
                    + " no backup, witnesses and application.yaml one of their own."
        })
final class Backup implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Where the backup is kept: an empty directory, or the backup so far.")
    private Path target = Path.of("");

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Option(names = "--new-base", description = "Copy everything once more, so that restoring takes less time.")
    private boolean newBase;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "Keep the latest N full copies, and what is needed to go back to any moment since the oldest of them.")
    private int keep = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var line = spec.commandLine();
        var outcome = new LedgerBackup(
                        data.path(), target, passphrase.passphrase(), new Ledger.Version().getVersion()[0])
                .run(newBase, keep());
        line.getOut()
                .printf(
                        "backed up %,d events to %s: %s, %d segments of WAL; %,d MB in all%n",
                        outcome.size(),
                        target,
                        outcome.base() == null ? "no new copy" : outcome.base(),
                        outcome.segments(),
                        outcome.bytes() >> 20);
        if (!outcome.hasKey()) {
            line.getErr()
                    .println("the log's key is not in %s: back up the file that ledger.log.key names yourself"
                            .formatted(data.path()));
        }
        return 0;
    }

    private int keep() {
        if (keep < 1) {
            throw new LedgerFailed("--keep takes a number from 1 on, not " + keep);
        }
        return keep;
    }
}
