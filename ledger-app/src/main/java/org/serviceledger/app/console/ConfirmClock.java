package org.serviceledger.app.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells the running server that the clock of its machine is right. */
@Command(
        name = "confirm-clock",
        description =
                "Tells the running server that the clock of its machine is right, though it was in doubt; on record.",
        footer = "Compare the clock with another one first: what is recorded under a wrong time stays so for ever.")
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
                    .println("the clock is believed: " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            return 0;
        }
    }
}
