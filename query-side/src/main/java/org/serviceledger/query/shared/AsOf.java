package org.serviceledger.query.shared;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.query.shared.NoAnswer.NotCaughtUp;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.springframework.stereotype.Component;

/** Lets a question wait until the read models it uses are fresh enough, and says how fresh they are. */
@Component
public class AsOf {

    private final Projections projections;

    AsOf(Projections projections) {
        this.projections = projections;
    }

    /**
     * Waits as long as the question allows.
     *
     * @return the lowest position up to which searches of the read models see everything
     */
    public long await(Freshness freshness, List<String> readModels) {
        var wanted = freshness.minPosition();
        if (wanted == null) {
            return asking(() -> projections.visiblePosition(readModels));
        }
        var caughtUp = asking(() -> projections.awaitPosition(readModels, wanted, freshness.patience()));
        if (!caughtUp.reached()) {
            throw new CannotAnswer(new NotCaughtUp(wanted, caughtUp.position()));
        }
        return caughtUp.position();
    }

    /** Where they stand is told by Elasticsearch too, since it must show what it has taken in. */
    private static <T> T asking(Supplier<T> position) {
        try {
            return position.get();
        } catch (UncheckedIOException | ElasticsearchException e) {
            throw new CannotAnswer(new SearchUnavailable(String.valueOf(e.getMessage())), e);
        }
    }
}
