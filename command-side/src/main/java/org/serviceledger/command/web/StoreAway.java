package org.serviceledger.command.web;

import java.util.Optional;
import org.serviceledger.store.outage.StoreOutage;

/** The ledger cannot be written to at present; nothing is wrong with the request. */
final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final StoreOutage outage;

    StoreAway(StoreOutage outage, String cause) {
        super(cause, null, false, false);
        this.outage = outage;
    }

    /** The outage behind a failure, if there is one. */
    static Optional<StoreOutage> behind(Throwable failure) {
        return failure instanceof StoreAway away ? Optional.of(away.outage) : StoreOutage.behind(failure);
    }
}
