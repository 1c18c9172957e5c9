package org.serviceledger.app.console;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.imports.LogImport;
import org.serviceledger.app.terminal.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports an event log into the running server. */
@Command(name = "import", description = "${bundle:console.import}", footer = "${bundle:console.import.exit}")
final class Import implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "${bundle:console.label.file}", descriptionKey = "console.import.file")
    private Path file = Path.of("");

    @Option(
            names = "--organization",
            paramLabel = "${bundle:console.label.id}",
            descriptionKey = "console.import.organization")
    private @Nullable String organization;

    @Option(names = "--zone", paramLabel = "${bundle:console.label.zone}", descriptionKey = "console.import.zone")
    private @Nullable ZoneId zone;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var line = spec.commandLine();
        var server = data.server();
        return new LogImport(file, organization, zone, ProgressBar.on(line.getOut()), line.getErr())
                .into(server.url(), "admin", Credentials.read(data.path()).of("admin"));
    }
}
