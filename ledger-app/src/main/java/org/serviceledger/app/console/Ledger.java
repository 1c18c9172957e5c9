package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.projection.embedded.EmbeddedElasticsearchFailed;
import org.serviceledger.store.embedded.EmbeddedServerException;
import org.serviceledger.store.evidence.UnreadableBundle;
import org.serviceledger.store.verify.UnreadableLedger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line: a word for what to do, and its options. Whatever goes wrong is told in one line. */
@Command(
        name = "./ledger",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Ledger.Version.class,
        scope = ScopeType.INHERIT,
        description = "The service-record ledger (政务服务台账).",
        subcommands = {
            Demo.class,
            Serve.class,
            Import.class,
            Status.class,
            RebuildReadModels.class,
            Verify.class,
            CheckpointInForce.class,
            RotateKey.class,
            ConfirmClock.class,
            Backup.class,
            Restore.class
        })
public final class Ledger {

    /** The version this was built as. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Ledger.class.getPackage().getImplementationVersion();
            return new String[] {"service-record ledger " + (version == null ? "as compiled" : version)};
        }
    }

    private Ledger() {}

    /** Does what the arguments ask for; returns the exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new Ledger())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Ledger::misunderstood)
                .setExecutionExceptionHandler(Ledger::failed)
                .execute(arguments);
    }

    private static int misunderstood(CommandLine.ParameterException e, String[] arguments) {
        var line = e.getCommandLine();
        line.getErr()
                .println("ledger: %s: see %s --help"
                        .formatted(e.getMessage(), line.getCommandSpec().qualifiedName()));
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        switch (e) {
            case LedgerFailed _,
                    EmbeddedServerException _,
                    EmbeddedElasticsearchFailed _,
                    UnreadableLedger _,
                    UnreadableBundle _ -> line.getErr().println("ledger: " + oneLine(e));
            case Exception unforeseen -> {
                LoggerFactory.getLogger(Ledger.class)
                        .atError()
                        .setCause(unforeseen)
                        .log("unforeseen");
                line.getErr()
                        .println("ledger: something unforeseen went wrong (%s): see %s"
                                .formatted(oneLine(unforeseen), System.getProperty("ledger.log", "the log")));
            }
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }
}
