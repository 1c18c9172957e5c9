package org.serviceledger.app.console;

import java.util.concurrent.Callable;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the running server sign its log with a new key. */
@Command(
        name = "rotate-key",
        description = "${bundle:console.rotate-key}",
        footer = {"${bundle:console.rotate-key.overlap}", "${bundle:console.rotate-key.tell}"})
final class RotateKey implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--lost", descriptionKey = "console.rotate-key.lost")
    private boolean lost;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var server = ServerAnswers.toAdministrator(data)) {
            var inForce = server.post("/api/operations/log/rotate-key?lost=" + lost);
            var out = spec.commandLine().getOut();
            out.println(Words.say(
                    "console.rotate-key.from", "size", inForce.path("fromSize").asLong()));
            out.println(inForce.path("key").asString());
            out.println(Words.say(
                    "console.rotate-key.kept", "file", inForce.path("file").asString()));
            return 0;
        }
    }
}
