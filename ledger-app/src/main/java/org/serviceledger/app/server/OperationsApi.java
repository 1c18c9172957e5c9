package org.serviceledger.app.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API for the terminal commands that manage read models, for administrators. */
@RestController
@RequestMapping("/api/operations/read-models")
class OperationsApi {

    private final DatabaseWatch database;
    private final SearchWatch search;
    private final ReadModelWatch readModels;
    private final Rebuilds rebuilds;

    OperationsApi(DatabaseWatch database, SearchWatch search, ReadModelWatch readModels, Projections projections) {
        this.database = database;
        this.search = search;
        this.readModels = readModels;
        this.rebuilds = new Rebuilds(projections, readModels);
    }

    /**
     * Size of the ledger and state of the read models. Values of a server that does not answer are the latest known.
     *
     * @param problems current problems, by component
     */
    record Overview(long head, List<Line> readModels, Map<String, String> problems) {}

    /** One read model. */
    record Line(
            String name,
            ProjectionStatus.State state,
            long position,
            long lag,
            @Nullable String problem) {

        static Line of(ProjectionStatus status) {
            var failure = status.failure();
            return new Line(
                    status.name(),
                    status.state(),
                    status.position(),
                    status.lag(),
                    failure == null ? null : failure.reason());
        }
    }

    /** How far the latest rebuild of a read model has come; why it failed if it did. */
    record Rebuild(
            Rebuilds.Progress.Stage stage,
            long done,
            long total,
            @Nullable String detail) {

        static Rebuild of(Rebuilds.Progress progress) {
            var detail = progress.detail();
            return new Rebuild(
                    progress.stage(), progress.done(), progress.total(), detail == null ? null : detail.said());
        }
    }

    @GetMapping
    Overview overview() {
        var problems = new LinkedHashMap<String, String>();
        database.writeOutage().ifPresent(outage -> problems.put("db", outage.said()));
        search.outage().ifPresent(outage -> problems.put("elasticsearch", outage.said()));
        readModels.problem().ifPresent(problem -> problems.put("readModels", problem.said()));
        return new Overview(
                database.sizeNow(), readModels.last().stream().map(Line::of).toList(), problems);
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuild rebuild(@PathVariable String name) {
        return Rebuild.of(rebuilds.begin(name));
    }

    @GetMapping("/{name}/rebuild")
    Rebuild progress(@PathVariable String name) {
        return Rebuild.of(rebuilds.progress(name));
    }

    @ExceptionHandler
    ProblemDetail unknown(Rebuilds.NoSuchReadModel e) {
        return Problem.of(HttpStatus.NOT_FOUND, "read-model/known", e.words());
    }
}
