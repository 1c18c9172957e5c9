package org.serviceledger.app.console;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the checkpoint in force, for programs or for people. */
@Command(
        name = "checkpoint",
        description =
                "Prints the checkpoint in force as it is signed, after its signature has been checked with the key the"
                        + " server publishes.",
        footer =
                "Printed in the gazette or shown in the hall it binds the ledger to what it was: no record before it can be"
                        + " changed without the root becoming another.")
final class CheckpointInForce implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Ask this server, such as https://ledger.example.gov.cn, instead of the one on --data.")
    private @Nullable URI server;

    @Option(
            names = "--print",
            description =
                    "For the gazette and the hall's screen: with captions, time, the key, and the root in groups that can"
                            + " be read aloud.")
    private boolean print;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var answers = ServerAnswers.toAnybody(url())) {
            var answer = answers.published("/checkpoint");
            var note = SignedNote.parse(answer.body());
            var key = VerifierKey.parse(
                    answers.published("/vkey").body().lines().findFirst().orElse(""));
            if (!key.signed(note)) {
                throw new LedgerFailed(
                        "the checkpoint of %s is not signed with the key it publishes, %s".formatted(url(), key));
            }
            var out = spec.commandLine().getOut();
            out.print(
                    print
                            ? new CheckpointNotice(
                                    note, key, signedAt(answer.headers().firstValue("Ledger-Signed-At")))
                            : note);
            out.flush();
            return 0;
        } catch (MalformedLog e) {
            throw new LedgerFailed(
                    "%s publishes no checkpoint that can be read: %s".formatted(url(), e.getMessage()), e);
        }
    }

    private URI url() {
        if (server == null) {
            return data.server().url();
        }
        if (!"http".equals(server.getScheme()) && !"https".equals(server.getScheme())) {
            throw new LedgerFailed("--server takes an address that begins with http:// or https://, not " + server);
        }
        return server;
    }

    private static @Nullable String signedAt(Optional<String> told) {
        return told.map(Instant::parse)
                .map(at ->
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(at.atZone(ZoneId.of("Asia/Shanghai")))
                                + " (" + at + ")")
                .orElse(null);
    }
}
