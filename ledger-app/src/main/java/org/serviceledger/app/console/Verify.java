package org.serviceledger.app.console;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.server.StoredLedger;
import org.serviceledger.app.terminal.ProgressBar;
import org.serviceledger.app.terminal.ProgressBar.Unit;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.evidence.Believed;
import org.serviceledger.store.evidence.BundleCheck;
import org.serviceledger.store.verify.Finding;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Verification;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies that no event was altered, dropped, reordered or rolled back. */
@Command(
        name = "verify",
        description = "${bundle:console.verify}",
        footer = "${bundle:console.verify.exit}",
        exitCodeOnExecutionException = Verify.NOT_CHECKED)
final class Verify implements Callable<Integer> {

    static final int SOUND = 0;
    static final int FOUND = 1;
    static final int NOT_CHECKED = 2;

    private static final int MOST_LINES = 1000;

    @Parameters(arity = "0..1", paramLabel = "${bundle:console.label.bundle}", descriptionKey = "console.verify.bundle")
    private @Nullable Path bundle;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--postgres-url",
            paramLabel = "${bundle:console.label.url}",
            defaultValue = "${env:LEDGER_POSTGRES_URL}",
            descriptionKey = "console.verify.postgres-url")
    private @Nullable String postgresUrl;

    @Option(
            names = "--checkpoint",
            paramLabel = "${bundle:console.label.file}",
            descriptionKey = "console.verify.checkpoint")
    private List<Path> checkpoints = List.of();

    @Option(
            names = {"--key", "--vkey"},
            paramLabel = "${bundle:console.label.key-or-file}",
            descriptionKey = "console.verify.key")
    private List<String> keys = List.of();

    @Mixin
    private final VerifyDocuments documents = new VerifyDocuments();

    @Option(names = "--policy", paramLabel = "${bundle:console.label.file}", descriptionKey = "console.verify.policy")
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
            throw new ParameterException(spec.commandLine(), Words.say("console.verify.policy-without-bundle"));
        }
        documents.wanted();
        try (var ledger = StoredLedger.open(data.path(), postgresUrl)) {
            var progress = ProgressBar.on(spec.commandLine().getErr());
            var verification = new LedgerVerifier(
                            ledger.dataSource(), PostgresEventStorageEngine.Builder.DEFAULT_TENANT)
                    .verify(
                            known.trust(ledger.dataSource(), data.path()),
                            (done, of) -> progress.at(done, of, Unit.EVENTS, () -> pace(done, progress.seconds())));
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
            throw new ParameterException(spec.commandLine(), Words.say("console.verify.checkpoint-and-bundle"));
        }
        var report = BundleCheck.of(file, new Believed(known.keys(), KnownOutside.policy(policy)));
        var out = spec.commandLine().getOut();
        report.facts().forEach(out::println);
        report.findings().stream().limit(MOST_LINES).forEach(out::println);
        if (report.findings().size() > MOST_LINES) {
            out.println(
                    Words.say("console.verify.more", "count", report.findings().size() - MOST_LINES));
        }
        out.println(outcome(report.findings().size()));
        out.flush();
        return report.isSound() ? SOUND : FOUND;
    }

    private void tell(Verification verification) {
        var out = spec.commandLine().getOut();
        verification.findings().stream().map(Finding::line).forEach(out::println);
        if (verification.further() > 0) {
            out.println(Words.say("console.verify.more", "count", verification.further()));
        }
        out.println(Words.say(
                "console.verify.outcome",
                "outcome",
                outcome(verification.findings().size() + verification.further()),
                "events",
                verification.size(),
                "hashes",
                verification.nodes(),
                "checkpoints",
                verification.checkpoints(),
                "receipts",
                verification.receipts(),
                "seconds",
                verification.took().toMillis() / 1000.0));
        if (verification.isSound()) {
            out.println(Words.say("console.verify.root", "root", verification.root()));
        }
    }

    private static Message outcome(long findings) {
        return findings == 0 ? Message.of("console.verify.sound") : findings(findings);
    }

    static Message findings(long count) {
        return Message.of("console.verify.findings", "count", count);
    }

    private static String pace(long events, double seconds) {
        return Words.say("console.verify.pace", "pace", Math.round(events / seconds));
    }
}
