package org.serviceledger.app.console;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.witness.WitnessOptions;
import picocli.CommandLine.Option;

/** What a server is to be, and what a witness must be told. */
final class WitnessRoleOptions {

    private static final String ALL = "all";
    private static final String WITNESS = "witness";

    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            defaultValue = ALL,
            description = "What this process is: all (command side, read models, pages and the log in one) or witness"
                    + " (default: ${DEFAULT-VALUE}).")
    private List<String> roles = List.of(ALL);

    @Option(
            names = "--trust",
            paramLabel = "KEY|FILE",
            description =
                    "Of a witness: the verifier key of a log to watch, or a file with one a line; may be repeated.")
    private List<String> trusted = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Of a witness: the name it signs under, an address without scheme, such as"
                    + " witness.inspection.example; never changed once others know it.")
    private @Nullable String name;

    /** Whether this is to be a witness; throws if it is not clear what it is to be. */
    boolean isAsked() {
        for (var role : roles) {
            if (!Set.of(ALL, WITNESS).contains(role)) {
                throw new LedgerFailed("--roles: there is no role '%s': the roles are all and witness".formatted(role));
            }
        }
        if (roles.size() > 1) {
            throw new LedgerFailed(
                    "--roles: a witness runs by itself, on a machine others are in charge of: start it with --roles=witness");
        }
        boolean asked = roles.contains(WITNESS);
        if (!asked && (name != null || !trusted.isEmpty())) {
            throw new LedgerFailed("--trust and --name are for a witness: add --roles=witness");
        }
        return asked;
    }

    WitnessOptions options(ServerCommandOptions server) {
        if (name == null) {
            throw new LedgerFailed("a witness signs under a name of its own: tell it with --name");
        }
        return new WitnessOptions(server.data().path(), server.address(), server.port(), name, List.copyOf(trusted));
    }
}
