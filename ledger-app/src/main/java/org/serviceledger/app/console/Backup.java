package org.serviceledger.app.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.serviceledger.app.backup.LedgerBackup;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs up a ledger, also while its server runs. */
@Command(
        name = "backup",
        description = "${bundle:console.backup}",
        footer = {"${bundle:console.backup.secret}", "${bundle:console.backup.others}"})
final class Backup implements Callable<Integer> {

    @Parameters(paramLabel = "${bundle:console.label.directory}", descriptionKey = "console.backup.directory")
    private Path target = Path.of("");

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Option(names = "--new-base", descriptionKey = "console.backup.new-base")
    private boolean newBase;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "1000", descriptionKey = "console.backup.keep")
    private int keep = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var line = spec.commandLine();
        var outcome =
                new LedgerBackup(data.path(), target, passphrase.passphrase(), Ledger.program()).run(newBase, keep());
        line.getOut()
                .println(Words.say(
                        "console.backup.done",
                        "events",
                        outcome.size(),
                        "directory",
                        target,
                        "base",
                        outcome.base(),
                        "segments",
                        outcome.segments(),
                        "size",
                        outcome.bytes() >> 20));
        if (!outcome.hasKey()) {
            line.getErr().println(Words.say("console.backup.without-key", "directory", data.path()));
        }
        return 0;
    }

    private int keep() {
        if (keep < 1) {
            throw new LedgerFailed(Message.of("console.backup.no-number", "keep", keep));
        }
        return keep;
    }
}
