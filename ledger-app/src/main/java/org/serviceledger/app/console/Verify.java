package org.serviceledger.app.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.server.StoredLedger;
import org.serviceledger.app.terminal.ProgressBar;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.evidence.Believed;
import org.serviceledger.store.evidence.BundleCheck;
import org.serviceledger.store.verify.Finding;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that nobody has altered, dropped, reordered or rolled back anything. */
@Command(
        name = "verify",
        description =
                "Checks the whole ledger, down to the bytes of every record, against what was signed of it. It may go on"
                        + " growing meanwhile. Given an evidence bundle, checks that instead: without server, data"
                        + " directory or network.",
        footer =
                "Exits with 0 if it is sound, with 1 if anything was found (one line each), and with 2 if it could not be"
                        + " checked.",
        exitCodeOnExecutionException = Verify.NOT_CHECKED)
final class Verify implements Callable<Integer> {

    static final int SOUND = 0;
    static final int FOUND = 1;
    static final int NOT_CHECKED = 2;

    private static final int MOST_LINES = 1000;

    @Parameters(
            arity = "0..1",
            paramLabel = "BUNDLE",
            description = "An evidence bundle or a zip of receipts; without it the ledger itself is checked.")
    private @Nullable Path bundle;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            defaultValue = "${env:LEDGER_POSTGRES_URL}",
            description = "JDBC address of the ledger's PostgreSQL, if it is not in the directory; read as"
                    + " LEDGER_POSTGRES_USER (also LEDGER_POSTGRES_URL).")
    private @Nullable String postgresUrl;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint kept elsewhere, such as a witness's or a gazette's: the ledger must continue it. May"
                            + " be given several times.")
    private List<Path> checkpoints = List.of();

    @Option(
            names = {"--key", "--vkey"},
            paramLabel = "VKEY|FILE",
            description =
                    "A verifier key of the log, or of a witness of a bundle, noted down elsewhere; or a file of them, one a"
                            + " line. May be given several times; without it that in the directory's file log-key counts,"
                            + " and of a bundle those inside it.")
    private List<String> keys = List.of();

    @Mixin
    private final VerifyDocuments documents = new VerifyDocuments();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "For a bundle: which logs and witnesses to believe, and how many of these must have cosigned"
                    + " (c2sp.org/tlog-policy).")
    private @Nullable Path policy;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var known = KnownOutside.read(keys, checkpoints);
        if (bundle != null) {
            return check(bundle, known);
        }
        if (policy != null) {
            throw new ParameterException(spec.commandLine(), "--policy is for a bundle");
        }
        documents.wanted();
        try (var ledger = StoredLedger.open(data.path(), postgresUrl)) {
            var progress = ProgressBar.on(spec.commandLine().getErr());
            var verification = new LedgerVerifier(
                            ledger.dataSource(), PostgresEventStorageEngine.Builder.DEFAULT_TENANT)
                    .verify(
                            known.trust(ledger.dataSource(), data.path()),
                            (done, of) -> progress.at(done, of, "events", () -> pace(done, progress.seconds())));
            progress.clear();
            tell(verification);
            var out = spec.commandLine().getOut();
            boolean areFolded = documents.areAsFolded(ledger, verification.size(), out);
            out.flush();
            return verification.isSound() && areFolded ? SOUND : FOUND;
        }
    }

    private int check(Path file, KnownOutside known) {
        if (!checkpoints.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--checkpoint is for a whole ledger: a bundle cannot show that it continues one");
        }
        var report = BundleCheck.of(file, new Believed(known.keys(), KnownOutside.policy(policy)));
        var out = spec.commandLine().getOut();
        report.facts().forEach(out::println);
        report.findings().stream().limit(MOST_LINES).forEach(out::println);
        if (report.findings().size() > MOST_LINES) {
            out.printf("and %,d more%n", report.findings().size() - MOST_LINES);
        }
        out.println(report.isSound() ? "sound" : findings(report.findings().size()));
        out.flush();
        return report.isSound() ? SOUND : FOUND;
    }

    private void tell(Verification verification) {
        var out = spec.commandLine().getOut();
        verification.findings().stream().map(Finding::line).forEach(out::println);
        if (verification.further() > 0) {
            out.printf("and %,d more%n", verification.further());
        }
        out.printf(
                "%s: %,d events, %,d hashes of tiles, %,d checkpoints, %,d receipts, %.1f s%n",
                verification.isSound()
                        ? "sound"
                        : findings(verification.findings().size() + verification.further()),
                verification.size(),
                verification.nodes(),
                verification.checkpoints(),
                verification.receipts(),
                verification.took().toMillis() / 1000.0);
        if (verification.isSound()) {
            out.printf("root %s%n", verification.root());
        }
    }

    static String findings(long count) {
        return count == 1 ? "1 finding" : "%,d findings".formatted(count);
    }

    private static String pace(long events, double seconds) {
        return String.format(Locale.ROOT, "%,.0f events/s", events / seconds);
    }
}
