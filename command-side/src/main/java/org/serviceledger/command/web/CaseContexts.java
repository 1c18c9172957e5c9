package org.serviceledger.command.web;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.stream.StreamFold;

/** Reads cases from the ledger itself, not from a read model, so that the latest write is included. */
final class CaseContexts {

    private final StreamFold<CaseContext, CaseEvent> files;

    CaseContexts(EventStore events) {
        this.files = new StreamFold<>(events, CaseEvent.class, CaseContext.NONE, CaseContext::after);
    }

    /** Returns the facts about the case, or {@link CaseContext#NONE} if there is no such case. */
    CaseContext find(CaseId id) {
        return files.of(id);
    }

    /**
     * Returns the organisation of the case.
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
