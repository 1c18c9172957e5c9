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
import org.serviceledger.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the current checkpoint, as a signed note for programs or as a notice for people. */
@Command(
        name = "checkpoint",
        description = "${bundle:console.checkpoint}",
        footer = "${bundle:console.checkpoint.purpose}")
final class CheckpointInForce implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--server",
            paramLabel = "${bundle:console.label.url}",
            descriptionKey = "console.checkpoint.server")
    private @Nullable URI server;

    @Option(names = "--print", descriptionKey = "console.checkpoint.print")
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
                throw new LedgerFailed(Message.of("console.checkpoint.not-signed", "url", url(), "key", key));
            }
            var out = spec.commandLine().getOut();
            out.print(
                    print
                            ? new CheckpointNotice(
                                    note, key, signedAt(answer.headers().getFirst("Ledger-Signed-At")))
                            : note);
            out.flush();
            return 0;
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.checkpoint.unreadable", "url", url(), "reason", e.why()), e);
        }
    }

    private URI url() {
        if (server == null) {
            return data.server().url();
        }
        if (!"http".equals(server.getScheme()) && !"https".equals(server.getScheme())) {
            throw new LedgerFailed(Message.of("console.checkpoint.no-address", "server", server));
        }
        return server;
    }

    private static @Nullable String signedAt(@Nullable String told) {
        return Optional.ofNullable(told)
                .map(Instant::parse)
                .map(at ->
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(at.atZone(ZoneId.of("Asia/Shanghai")))
                                + " (" + at + ")")
                .orElse(null);
    }
}
