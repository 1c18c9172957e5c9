package org.serviceledger.command.cases;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Looks up the application with which a case began, in the ledger itself and not in a read model. */
@Component
public final class Applications {

    private final StreamFold<Optional<CaseApplied>, CaseEvent> applications;

    public Applications(EventStore events) {
        this.applications = new StreamFold<>(
                events,
                CaseEvent.class,
                Optional.empty(),
                (before, event) -> event instanceof CaseApplied applied ? Optional.of(applied) : before);
    }

    /** Returns the application; empty if there is no such case, or if it was imported. */
    public Optional<CaseApplied> of(CaseId id) {
        return applications.of(id);
    }
}
