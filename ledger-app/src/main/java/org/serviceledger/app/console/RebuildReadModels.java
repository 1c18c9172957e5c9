package org.serviceledger.app.console;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.serviceledger.app.data.LedgerFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has read models filled anew from the ledger, while the old ones go on answering. */
@Command(
        name = "rebuild",
        description = "Fills read models of the running server anew from the ledger; the old ones answer meanwhile.")
final class RebuildReadModels implements Callable<Integer> {

    private static final long GLANCE_MILLIS = 300;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "MODEL", description = "Which ones, such as cases or acts; all if none is named.")
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
                    "\r%-16s %d of %d events ",
                    model, state.path("done").asLong(), state.path("total").asLong());
            out.flush();
            Thread.sleep(GLANCE_MILLIS);
            state = server.get("/api/operations/read-models/" + model + "/rebuild");
        }
        if (!state.path("stage").asString().equals("DONE")) {
            out.println();
            throw new LedgerFailed("%s was not rebuilt: %s"
                    .formatted(model, state.path("detail").asString()));
        }
        out.printf(
                "\r%-16s rebuilt from %d events%n", model, state.path("total").asLong());
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
