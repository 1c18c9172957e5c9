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

/** Reads an event log into the running server. */
@Command(
        name = "import",
        description = "Reads an XES event log, plain or gzip, into the running server. Importing it again adds nothing;"
                + " an import that broke off is resumed by running it again.",
        footer = "Exits with 1 if a case could not be taken; each is told with its line and the reason.")
final class Import implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "The log, such as receipt.xes.gz.")
    private Path file = Path.of("");

    @Option(
            names = "--organization",
            paramLabel = "ID",
            description = "Whose cases these are, such as org-320623; without it the server decides.")
    private @Nullable String organization;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Where times without an offset were written down, such as Asia/Shanghai.")
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
