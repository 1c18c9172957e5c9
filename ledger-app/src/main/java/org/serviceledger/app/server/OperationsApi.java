package org.serviceledger.app.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.LedgerHeads;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the commands of the terminal ask the running server; for administrators. */
@RestController
@RequestMapping("/api/operations/read-models")
class OperationsApi {

    private final LedgerHeads heads;
    private final Projections projections;
    private final Rebuilds rebuilds;

    OperationsApi(LedgerHeads heads, Projections projections) {
        this.heads = heads;
        this.projections = projections;
        this.rebuilds = new Rebuilds(projections);
    }

    /** How many events the ledger holds, and how far the read models are. */
    record Overview(long head, List<Line> readModels) {}

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

    @GetMapping
    Overview overview() {
        return new Overview(
                heads.current().size(),
                projections.status().stream().map(Line::of).toList());
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuilds.Progress rebuild(@PathVariable String name) {
        return rebuilds.begin(name);
    }

    @GetMapping("/{name}/rebuild")
    Rebuilds.Progress progress(@PathVariable String name) {
        return rebuilds.progress(name);
    }

    @ExceptionHandler
    ProblemDetail unknown(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }
}
