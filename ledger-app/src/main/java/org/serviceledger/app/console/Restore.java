package org.serviceledger.app.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.backup.LedgerRestore;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup into a new data directory. */
@Command(
        name = "restore",
        description = "${bundle:console.restore}",
        footer = {"${bundle:console.restore.never-beside}", "${bundle:console.restore.then-check}"})
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "${bundle:console.label.directory}", descriptionKey = "console.restore.backup")
    private Path source = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "${bundle:console.label.new-directory}",
            descriptionKey = "console.restore.data")
    private Path data = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "${bundle:console.label.time-or-position}",
            descriptionKey = "console.restore.to")
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
                .println(Words.say(
                        "console.restore.done", "events", outcome.size(), "directory", data, "last", outcome.last()));
        if (!outcome.hasKey()) {
            line.getErr().println(Words.say("console.restore.without-key"));
        }
        line.getErr().println(Words.say("console.restore.warning"));
        return 0;
    }
}
