package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.serviceledger.app.data.LedgerFailed;
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

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var server = ServerAnswers.toAdministrator(data, PATIENCE)) {
            var readModels = asked(() -> server.get("/api/operations/read-models"));
            var health = asked(() -> server.get("/actuator/health"));
            var out = spec.commandLine().getOut();
            var up = tellHealth(server, health, out);
            var told = tellReadModels(readModels, out);
            out.flush();
            return up && told ? 0 : 1;
        }
    }

    /** Both at once: when a server beneath is away, each may take as long as the application waits for it. */
    private static CompletableFuture<JsonNode> asked(Supplier<JsonNode> question) {
        return CompletableFuture.supplyAsync(question);
    }

    private boolean tellHealth(ServerAnswers server, CompletableFuture<JsonNode> asked, PrintWriter out) {
        try {
            var health = asked.join();
            var status = health.path("status").asString("UNKNOWN");
            out.printf(
                    "%s %s (process %d)%n", server.url(), status, data.server().pid());
            for (var component : health.path("components").properties()) {
                tellComponent(component.getKey(), component.getValue(), out);
            }
            return status.equals("UP");
        } catch (CompletionException e) {
            out.printf("%s UNKNOWN (process %d)%n", server.url(), data.server().pid());
            out.println("  " + reason(e));
            return false;
        }
    }

    /** Why it is not well stands beneath it; of read models it stands beside each. */
    private static void tellComponent(String name, JsonNode component, PrintWriter out) {
        var status = component.path("status").asString();
        out.printf("  %-16s %s%n", name, status);
        if (!status.equals("UP")) {
            for (var detail : component.path("details").properties()) {
                if (detail.getValue().isValueNode()) {
                    out.printf(
                            "    %s: %s%n", detail.getKey(), detail.getValue().asString());
                }
            }
        }
    }

    private static boolean tellReadModels(CompletableFuture<JsonNode> asked, PrintWriter out) {
        try {
            var operations = asked.join();
            out.printf("head: %d events%n", operations.path("head").asLong());
            for (var model : operations.path("readModels")) {
                out.println("  " + line(model));
            }
            return true;
        } catch (CompletionException e) {
            out.println("head and read models cannot be told: " + reason(e));
            return false;
        }
    }

    private static String reason(CompletionException e) {
        if (e.getCause() instanceof LedgerFailed failed) {
            return String.valueOf(failed.getMessage());
        }
        throw e;
    }

    private static String line(JsonNode model) {
        return "%-16s position %-9d lag %-7d %-10s %s"
                .formatted(
                        model.path("name").asString(),
                        model.path("position").asLong(),
                        model.path("lag").asLong(),
                        model.path("state").asString(),
                        model.path("problem").asString(""))
                .stripTrailing();
    }
}
