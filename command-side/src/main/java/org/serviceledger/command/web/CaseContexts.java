package org.serviceledger.command.web;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.stream.StreamFold;

/** Finds cases in the ledger itself, so that nothing is missing that was written a moment ago. */
final class CaseContexts {

    private final StreamFold<CaseContext, CaseEvent> files;

    CaseContexts(EventStore events) {
        this.files = new StreamFold<>(events, CaseEvent.class, CaseContext.NONE, CaseContext::after);
    }

    /** What is known of the case; nothing if there is none. */
    CaseContext find(CaseId id) {
        return files.of(id);
    }

    /**
     * Whose case it is.
     *
     * @throws CommandRefused if there is no such case
     */
    OrganizationId organization(CaseId id) {
        var organization = find(id).organization();
        if (organization == null) {
            throw new CommandRefused(new CaseRefusal.NoSuchCase(id));
        }
        return organization;
    }
}
