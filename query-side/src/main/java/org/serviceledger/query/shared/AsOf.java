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

/** Lets a question wait until the read models it uses are fresh enough, and says how fresh they are. */
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
     * Answers at once; a question that must wait is asked again later, see {@link WaitingQuestions}.
     *
     * @return the lowest position up to which searches of the read models see everything
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

    /** What nobody can have been told yet is not waited for. */
    private void mustBeWithin(long wanted) {
        if (ledger != null
                && wanted >= ledger.size() + settings.ahead()
                && wanted >= ledger.sizeNow() + settings.ahead()) {
            throw CannotAnswer.because("minPosition", Message.of("fault.position.ahead", "last", ledger.size() - 1));
        }
    }
}
