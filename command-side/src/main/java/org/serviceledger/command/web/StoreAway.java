package org.serviceledger.command.web;

import java.util.Optional;
import org.serviceledger.store.outage.StoreOutage;

/** Thrown if the ledger cannot be written at present. The request itself is not at fault. */
final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final StoreOutage outage;

    StoreAway(StoreOutage outage, String cause) {
        super(cause, null, false, false);
        this.outage = outage;
    }

    /** Returns the outage that caused the failure, if any. */
    static Optional<StoreOutage> behind(Throwable failure) {
        return failure instanceof StoreAway away ? Optional.of(away.outage) : StoreOutage.behind(failure);
    }
}
