package org.serviceledger.app.console;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.witness.WitnessOptions;
import org.serviceledger.words.Message;
import picocli.CommandLine.Option;

/** Options for the role of a server, and for a witness. */
final class WitnessRoleOptions {

    private static final String ALL = "all";
    private static final String WITNESS = "witness";

    @Option(
            names = "--roles",
            paramLabel = "${bundle:console.label.role}",
            split = ",",
            defaultValue = ALL,
            descriptionKey = "console.serve.roles")
    private List<String> roles = List.of(ALL);

    @Option(
            names = "--trust",
            paramLabel = "${bundle:console.label.key-or-file}",
            descriptionKey = "console.serve.trust")
    private List<String> trusted = List.of();

    @Option(names = "--name", paramLabel = "${bundle:console.label.name}", descriptionKey = "console.serve.name")
    private @Nullable String name;

    /** Whether to start a witness. Throws if the roles contradict each other. */
    boolean isAsked() {
        for (var role : roles) {
            if (!Set.of(ALL, WITNESS).contains(role)) {
                throw new LedgerFailed(Message.of("console.serve.no-role", "role", role));
            }
        }
        if (roles.size() > 1) {
            throw new LedgerFailed(Message.of("console.serve.witness-alone"));
        }
        boolean asked = roles.contains(WITNESS);
        if (!asked && (name != null || !trusted.isEmpty())) {
            throw new LedgerFailed(Message.of("console.serve.no-witness"));
        }
        return asked;
    }

    WitnessOptions options(ServerCommandOptions server) {
        if (name == null) {
            throw new LedgerFailed(Message.of("console.serve.no-name"));
        }
        return new WitnessOptions(server.data().path(), server.address(), server.port(), name, List.copyOf(trusted));
    }
}
