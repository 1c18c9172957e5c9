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

/** Starts the server for real records. */
@Command(
        name = "serve",
        description = {
            "Starts the server without demonstration data, on servers of its own or on those that are named.",
            "With --roles=witness it starts a witness of other people's logs instead, which needs no other server."
        },
        footer = {
            "A PostgreSQL of yours needs two roles: LEDGER_POSTGRES_OWNER owns the schema, LEDGER_POSTGRES_USER reads and"
                    + " appends.",
            "Their passwords come from LEDGER_POSTGRES_OWNER_PASSWORD and LEDGER_POSTGRES_USER_PASSWORD, or from the"
                    + " files these name with _FILE at the end; likewise LEDGER_ELASTICSEARCH_USER."
        })
final class Serve implements Callable<Integer> {

    @Mixin
    private final ServerCommandOptions options = new ServerCommandOptions();

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            defaultValue = "${env:LEDGER_POSTGRES_URL}",
            description = "JDBC address of a PostgreSQL to use, without password (also LEDGER_POSTGRES_URL).")
    private @Nullable String postgresUrl;

    @Option(
            names = "--elasticsearch-url",
            paramLabel = "URL",
            defaultValue = "${env:LEDGER_ELASTICSEARCH_URL}",
            description = "Address of an Elasticsearch 9 to use (also LEDGER_ELASTICSEARCH_URL).")
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
