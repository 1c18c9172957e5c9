package org.serviceledger.app.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells how the running server does. */
@Command(
        name = "status",
        description =
                "Tells how the running server does: its health, the head of the ledger, and how far each read model is.",
        footer = "Exits with 1 if no server runs or it is not well.")
final class Status implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var server = ServerAnswers.toAdministrator(data)) {
            var health = server.get("/actuator/health");
            var operations = server.get("/api/operations/read-models");
            var out = spec.commandLine().getOut();
            var up = health.path("status").asString("UNKNOWN").equals("UP");
            out.printf(
                    "%s %s (process %d)%n",
                    server.url(),
                    health.path("status").asString(),
                    data.server().pid());
            for (var component : health.path("components").properties()) {
                out.printf(
                        "  %-16s %s%n",
                        component.getKey(), component.getValue().path("status").asString());
            }
            out.printf("head: %d events%n", operations.path("head").asLong());
            for (var model : operations.path("readModels")) {
                out.println("  " + line(model));
            }
            return up ? 0 : 1;
        }
    }

    private static String line(JsonNode model) {
        return "%-16s position %-9d lag %-7d %s"
                .formatted(
                        model.path("name").asString(),
                        model.path("position").asLong(),
                        model.path("lag").asLong(),
                        model.path("state").asString())
                .stripTrailing();
    }
}
