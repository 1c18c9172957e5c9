package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Prints the state of the running server. */
@Command(name = "status", description = "${bundle:console.status}", footer = "${bundle:console.status.exit}")
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

    /** Sends a request asynchronously. During an outage, each may take as long as the server's own timeouts. */
    private static CompletableFuture<JsonNode> asked(Supplier<JsonNode> question) {
        return CompletableFuture.supplyAsync(question);
    }

    private boolean tellHealth(ServerAnswers server, CompletableFuture<JsonNode> asked, PrintWriter out) {
        try {
            var health = asked.join();
            var status = health.path("status").asString("UNKNOWN");
            out.println(server(server, status));
            for (var component : health.path("components").properties()) {
                tellComponent(component.getKey(), component.getValue(), out);
            }
            return status.equals("UP");
        } catch (CompletionException e) {
            out.println(server(server, "UNKNOWN"));
            out.println("  " + reason(e));
            return false;
        }
    }

    private String server(ServerAnswers server, String status) {
        return Words.say(
                "console.status.server",
                "url",
                server.url(),
                "health",
                health(status),
                "process",
                data.server().pid());
    }

    private static Message health(String status) {
        return Message.of("console.status.health", "status", status);
    }

    /** Prints a component with its problems below. Problems of read models appear beside each read model instead. */
    private static void tellComponent(String name, JsonNode component, PrintWriter out) {
        var status = component.path("status").asString();
        out.printf("  %-16s %s%n", name, health(status).said());
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
            out.println(Words.say(
                    "console.status.head", "events", operations.path("head").asLong()));
            for (var model : operations.path("readModels")) {
                out.println("  " + line(model));
            }
            return true;
        } catch (CompletionException e) {
            out.println(Words.say("console.status.unknown-head", "reason", reason(e)));
            return false;
        }
    }

    private static String reason(CompletionException e) {
        if (e.getCause() instanceof LedgerFailed failed) {
            return failed.why().said();
        }
        throw e;
    }

    private static String line(JsonNode model) {
        return "%-16s %s %-9d %s %-7d %-10s %s"
                .formatted(
                        model.path("name").asString(),
                        Words.say("console.status.position"),
                        model.path("position").asLong(),
                        Words.say("console.status.lag"),
                        model.path("lag").asLong(),
                        Words.say(
                                "console.status.state",
                                "state",
                                model.path("state").asString()),
                        model.path("problem").asString(""))
                .stripTrailing();
    }
}
