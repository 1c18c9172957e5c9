package org.serviceledger.command.cases;

import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.cases.CaseState.Ended;
import org.serviceledger.command.cases.CaseState.Imported;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.cases.CaseState.Running;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Finds out whether a case has an outcome that the applicant can rate, and who gave the service. */
@Component
public final class ServiceRendered {

    /** What the applicant can rate about a case. */
    public sealed interface Rendering {

        record NoSuchCase() implements Rendering {}

        /** The case is still running, or it ended without a decision by the hall: withdrawn, terminated or imported. */
        record NothingYet() implements Rendering {}

        record Service(
                ItemInForce item,
                OrganizationId organization,
                @Nullable WindowId window,
                Applicant applicant,
                Actor served,
                Instant servedAt)
                implements Rendering {}
    }

    private final StreamFold<CaseState, CaseEvent> cases;

    public ServiceRendered(EventStore events) {
        this.cases = new StreamFold<>(events, CaseEvent.class, new NotApplied(), CaseState::evolve);
    }

    public Rendering of(CaseId id) {
        return switch (cases.of(id)) {
            case NotApplied _ -> new Rendering.NoSuchCase();
            case Running _, Imported _ -> new Rendering.NothingYet();
            case Ended ended -> isAnswered(ended.result()) ? service(ended) : new Rendering.NothingYet();
        };
    }

    /**
     * Returns the organisation of the case.
     *
     * @throws CommandRefused if there is no such case
     */
    public OrganizationId organization(CaseId id) {
        return CaseState.organization(cases.of(id), id);
    }

    private static boolean isAnswered(CaseResult result) {
        return switch (result) {
            case GRANTED, DENIED, NOT_ACCEPTED -> true;
            case WITHDRAWN, TERMINATED -> false;
        };
    }

    private static Rendering.Service service(Ended ended) {
        var matter = ended.matter();
        return new Rendering.Service(
                matter.item(),
                matter.organization(),
                matter.window(),
                matter.applicant(),
                ended.endedBy(),
                ended.endedAt());
    }
}
