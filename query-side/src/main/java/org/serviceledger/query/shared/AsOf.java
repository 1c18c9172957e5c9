package org.serviceledger.query.shared;

import java.time.Duration;
import java.util.List;
import org.serviceledger.query.shared.NoAnswer.NotCaughtUp;
import org.springframework.stereotype.Component;

/** Lets a question wait until the read models it uses are fresh enough, and says how fresh they are. */
@Component
public class AsOf {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Reached reached;
    private final Documents documents;

    AsOf(Reached reached, Documents documents) {
        this.reached = reached;
        this.documents = documents;
    }

    /**
     * Waits as long as the question allows.
     *
     * @return the lowest position any of the read models has reached
     */
    public long await(Freshness freshness, List<String> readModels) {
        var wanted = freshness.minPosition();
        if (wanted == null) {
            return lowest(readModels);
        }
        var deadline = System.nanoTime() + freshness.patience().toNanos();
        var now = lowest(readModels);
        while (now < wanted) {
            if (System.nanoTime() >= deadline) {
                throw new CannotAnswer(new NotCaughtUp(wanted, now));
            }
            pause();
            now = lowest(readModels);
        }
        documents.refresh(readModels);
        return now;
    }

    private long lowest(List<String> readModels) {
        return readModels.stream().mapToLong(reached::position).min().orElse(-1);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the read models", e);
        }
    }
}
