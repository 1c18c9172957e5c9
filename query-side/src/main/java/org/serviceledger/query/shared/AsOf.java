package org.serviceledger.query.shared;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.NoAnswer.NotCaughtUp;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.words.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes a question wait until its read models are fresh enough, and tells how fresh they are. */
@Component
public class AsOf {

    private final VisiblePositions visible;
    private final SearchState search;
    private final @Nullable DatabaseWatch ledger;
    private final WaitingSettings settings;

    AsOf(
            VisiblePositions visible,
            ObjectProvider<SearchState> search,
            ObjectProvider<DatabaseWatch> ledger,
            WaitingSettings settings) {
        this.visible = visible;
        this.search = search.getIfAvailable(() -> Optional::empty);
        this.ledger = ledger.getIfAvailable();
        this.settings = settings;
    }

    /**
     * Returns or throws at once. If the question must wait, {@link WaitingQuestions} has it asked again later.
     *
     * @return the lowest position up to which searches of the read models see everything
     * @throws CannotAnswer if Elasticsearch does not answer, the time to wait is over, or the wanted position is too
     *     far ahead
     */
    public long await(Freshness freshness, List<String> readModels) {
        search.outage().ifPresent(outage -> {
            throw new CannotAnswer(new SearchUnavailable(outage));
        });
        var wanted = freshness.minPosition();
        if (wanted == null) {
            return visible.now(readModels);
        }
        var reached = visible.upTo(readModels, wanted);
        if (reached < wanted) {
            mustBeWithin(wanted);
            var left = WaitingQuestions.patienceLeft(freshness.patience());
            if (left.isPositive()) {
                throw new MustWait(readModels, wanted, left);
            }
            throw new CannotAnswer(new NotCaughtUp(wanted, reached));
        }
        return reached;
    }

    /** Refuses positions so far beyond the end of the ledger that no command can have returned them. */
    private void mustBeWithin(long wanted) {
        if (ledger != null
                && wanted >= ledger.size() + settings.ahead()
                && wanted >= ledger.sizeNow() + settings.ahead()) {
            throw CannotAnswer.because("minPosition", Message.of("fault.position.ahead", "last", ledger.size() - 1));
        }
    }
}
