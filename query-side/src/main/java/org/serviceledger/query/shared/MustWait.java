package org.serviceledger.query.shared;

import java.io.Serial;
import java.time.Duration;
import java.util.List;

/** Thrown when a question must be asked again once searches of some read models see everything up to a position. */
final class MustWait extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> readModels;
    private final long minPosition;
    private final transient Duration patience;

    MustWait(List<String> readModels, long minPosition, Duration patience) {
        super("waits for position " + minPosition, null, false, false);
        this.readModels = List.copyOf(readModels);
        this.minPosition = minPosition;
        this.patience = patience;
    }

    List<String> readModels() {
        return readModels;
    }

    long minPosition() {
        return minPosition;
    }

    Duration patience() {
        return patience;
    }
}
