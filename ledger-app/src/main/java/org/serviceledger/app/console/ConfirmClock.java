package org.serviceledger.app.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Confirms to the running server that its machine's clock is right. */
@Command(
        name = "confirm-clock",
        description = "${bundle:console.confirm-clock}",
        footer = "${bundle:console.confirm-clock.compare}")
final class ConfirmClock implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var server = ServerAnswers.toAdministrator(data)) {
            server.post("/api/operations/clock/confirm");
            spec.commandLine()
                    .getOut()
                    .println(Words.say(
                            "console.confirm-clock.done", "time", Instant.now().truncatedTo(ChronoUnit.SECONDS)));
            return 0;
        }
    }
}
