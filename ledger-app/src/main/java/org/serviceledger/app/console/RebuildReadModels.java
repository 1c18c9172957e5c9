package org.serviceledger.app.console;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Rebuilds read models from the ledger. The existing ones answer queries meanwhile. */
@Command(name = "rebuild", description = "${bundle:console.rebuild}")
final class RebuildReadModels implements Callable<Integer> {

    private static final long GLANCE_MILLIS = 300;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "${bundle:console.label.model}", descriptionKey = "console.rebuild.models")
    private List<String> models = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (var server = ServerAnswers.toAdministrator(data)) {
            for (var model : models.isEmpty() ? all(server) : models) {
                rebuild(server, model);
            }
            return 0;
        }
    }

    private void rebuild(ServerAnswers server, String model) throws InterruptedException {
        var out = spec.commandLine().getOut();
        var state = server.post("/api/operations/read-models/" + model + "/rebuild");
        while (isRunning(state)) {
            out.printf(
                    "\r%-16s %s ",
                    model,
                    Words.say(
                            "console.rebuild.progress",
                            "done",
                            state.path("done").asLong(),
                            "total",
                            state.path("total").asLong()));
            out.flush();
            Thread.sleep(GLANCE_MILLIS);
            state = server.get("/api/operations/read-models/" + model + "/rebuild");
        }
        if (!state.path("stage").asString().equals("DONE")) {
            out.println();
            throw new LedgerFailed(Message.of(
                    "console.rebuild.failed",
                    "model",
                    model,
                    "reason",
                    state.path("detail").asString()));
        }
        out.printf(
                "\r%-16s %s%n",
                model,
                Words.say("console.rebuild.done", "total", state.path("total").asLong()));
    }

    private static boolean isRunning(JsonNode state) {
        return state.path("stage").asString().equals("RUNNING");
    }

    private static List<String> all(ServerAnswers server) {
        var known = server.get("/api/operations/read-models").path("readModels");
        return StreamSupport.stream(known.spliterator(), false)
                .map(model -> model.path("name").asString())
                .toList();
    }
}
