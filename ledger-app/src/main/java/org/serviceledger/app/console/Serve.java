package org.serviceledger.app.console;

import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.server.LedgerServer;
import org.serviceledger.app.server.ServerOptions;
import org.serviceledger.app.witness.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server without demonstration data, or a witness. */
@Command(
        name = "serve",
        description = {"${bundle:console.serve}", "${bundle:console.serve.as-witness}"},
        footer = {"${bundle:console.serve.postgres-roles}", "${bundle:console.serve.passwords}"})
final class Serve implements Callable<Integer> {

    @Mixin
    private final ServerCommandOptions options = new ServerCommandOptions();

    @Option(
            names = "--postgres-url",
            paramLabel = "${bundle:console.label.url}",
            defaultValue = "${env:LEDGER_POSTGRES_URL}",
            descriptionKey = "console.serve.postgres-url")
    private @Nullable String postgresUrl;

    @Option(
            names = "--elasticsearch-url",
            paramLabel = "${bundle:console.label.url}",
            defaultValue = "${env:LEDGER_ELASTICSEARCH_URL}",
            descriptionKey = "console.serve.elasticsearch-url")
    private @Nullable URI elasticsearchUrl;

    @Mixin
    private final WitnessRoleOptions witness = new WitnessRoleOptions();

    @Mixin
    private final WitnessingOptions witnesses = new WitnessingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (witness.isAsked()) {
            return Announcement.ready(
                    WitnessServer.start(witness.options(options)),
                    spec.commandLine().getOut());
        }
        var server = LedgerServer.start(new ServerOptions(
                options.data().path(),
                options.address(),
                options.port(),
                false,
                postgresUrl,
                elasticsearchUrl,
                witnesses.settings()));
        return Announcement.ready(server, spec.commandLine().getOut());
    }
}
