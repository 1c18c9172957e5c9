package org.serviceledger.command.staff;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.command.staff.StaffState.InService;
import org.serviceledger.command.staff.StaffState.Left;
import org.serviceledger.command.staff.StaffState.Unregistered;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Looks up members of staff: name, organisation, post, role and postings as A or B. */
@Component
public final class StaffRegister {

    private final StreamFold<StaffState, StaffEvent> staff;

    public StaffRegister(EventStore events) {
        this.staff = new StreamFold<>(events, StaffEvent.class, new Unregistered(), StaffState::evolve);
    }

    /** Returns the member of staff, even if they have left; see {@link StaffRecord#isInServiceOn}. */
    public Optional<StaffRecord> member(StaffId id) {
        return switch (staff.of(id)) {
            case Unregistered _ -> Optional.empty();
            case InService(var member) -> Optional.of(member);
            case Left(var member) -> Optional.of(member);
        };
    }
}
