package org.serviceledger.query.cases;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import org.serviceledger.words.Term;

/** The order of a list of cases. The identifier breaks ties, so that pages neither overlap nor leave gaps. */
public enum CaseOrder implements Term {
    RELEVANCE,
    NEWEST,
    OLDEST,
    DUE,
    FINISHED,
    SLOWEST;

    List<SortOptions> sort() {
        return switch (this) {
            case RELEVANCE ->
                List.of(
                        SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
                        by("appliedAt", SortOrder.Desc),
                        tie());
            case NEWEST -> List.of(by("appliedAt", SortOrder.Desc), tie());
            case OLDEST -> List.of(by("appliedAt", SortOrder.Asc), tie());
            case DUE -> List.of(by("promisedDue", SortOrder.Asc), tie());
            case FINISHED -> List.of(by("finishedAt", SortOrder.Desc), tie());
            case SLOWEST -> List.of(by("elapsedSeconds", SortOrder.Desc), tie());
        };
    }

    private static SortOptions tie() {
        return by("caseId", SortOrder.Asc);
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(
                sort -> sort.field(by -> by.field(field).order(order).missing("_last")));
    }
}
