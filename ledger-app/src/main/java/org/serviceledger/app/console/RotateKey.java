package org.serviceledger.app.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has the running server sign its log with another key from now on. */
@Command(
        name = "rotate-key",
        description = "Has the running server make another key and sign its log with that from now on, on record.",
        footer = {
            "The key before says so itself and goes on signing beside the new one for a while (ledger.log.key-overlap, 30"
                    + " days); what it signed stays good.",
            "Tell those who check the log the new verifier key, or have them read it from /vkeys."
        })
final class RotateKey implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--lost",
            description = "The key in force is lost and cannot say what follows it; everybody can see that.")
    private boolean lost;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var server = ServerAnswers.toAdministrator(data)) {
            var inForce = server.post("/api/operations/log/rotate-key?lost=" + lost);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "from size %d on the log is signed with%n%s%nwhich is kept in %s: keep a copy somewhere safe%n",
                            inForce.path("fromSize").asLong(),
                            inForce.path("key").asString(),
                            inForce.path("file").asString());
            return 0;
        }
    }
}
