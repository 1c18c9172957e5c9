package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.projection.embedded.EmbeddedElasticsearchFailed;
import org.serviceledger.store.embedded.EmbeddedServerException;
import org.serviceledger.store.evidence.UnreadableBundle;
import org.serviceledger.store.verify.UnreadableLedger;
import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Language;
import org.serviceledger.words.Words;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line: subcommands and their options. Every failure is reported in one line. */
@Command(
        name = "./ledger",
        mixinStandardHelpOptions = true,
        versionProvider = Ledger.Version.class,
        scope = ScopeType.INHERIT,
        description = "${bundle:console.ledger}",
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

    /** Prefix of error messages. */
    private static final String NAME = "ledger: ";

    /** Prints the version of this build. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {Words.say("console.version", "version", version())};
        }
    }

    private Ledger() {}

    /** Runs the command that the arguments name. Returns the exit code. */
    public static int run(String... arguments) {
        var language = CommandLanguage.of(System.getenv(), arguments);
        return language.speaking(() -> line(language).execute(arguments));
    }

    static CommandLine line(Language language) {
        var line = new CommandLine(new Ledger());
        line.getCommandSpec().addOption(CommandLanguage.option());
        return line.setResourceBundle(new HelpWords(language))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setHelpFactory(AlignedHelp::new)
                .setParameterExceptionHandler(Ledger::misunderstood)
                .setExecutionExceptionHandler(Ledger::failed);
    }

    /** Name and version of the program, as written to files. */
    static String program() {
        var version = version();
        return "service-record ledger " + (version == null ? "as compiled" : version);
    }

    private static @Nullable String version() {
        return Ledger.class.getPackage().getImplementationVersion();
    }

    private static int misunderstood(CommandLine.ParameterException e, String[] arguments) {
        var line = e.getCommandLine();
        line.getErr()
                .println(NAME
                        + Words.say(
                                "console.misunderstood",
                                "reason",
                                Misunderstood.reason(e),
                                "command",
                                line.getCommandSpec().qualifiedName()));
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        switch (e) {
            case ExplainedException told
            when isForTheUser(told) ->
                line.getErr().println(NAME + oneLine(told.why().said()));
            case Exception unforeseen -> {
                LoggerFactory.getLogger(Ledger.class)
                        .atError()
                        .setCause(unforeseen)
                        .log("unforeseen");
                line.getErr()
                        .println(NAME
                                + Words.say(
                                        "console.unforeseen",
                                        "reason",
                                        oneLine(String.valueOf(unforeseen.getMessage())),
                                        "log",
                                        System.getProperty("ledger.log")));
            }
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The user can put these right. Any other failure is logged with its stack trace. */
    private static boolean isForTheUser(ExplainedException e) {
        return e instanceof LedgerFailed
                || e instanceof EmbeddedServerException
                || e instanceof EmbeddedElasticsearchFailed
                || e instanceof UnreadableLedger
                || e instanceof UnreadableBundle;
    }

    private static String oneLine(String said) {
        return said.replaceAll("\\s*\\R\\s*", " ");
    }
}
