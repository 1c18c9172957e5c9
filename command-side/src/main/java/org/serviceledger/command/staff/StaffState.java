package org.serviceledger.command.staff;

import java.util.List;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffEvent.StaffAssigned;
import org.serviceledger.api.staff.StaffEvent.StaffLeft;
import org.serviceledger.api.staff.StaffEvent.StaffRegistered;
import org.serviceledger.command.staff.StaffRecord.Posting;

/** The part of a staff member's history that the rules need, with one type for each stage. */
sealed interface StaffState {

    record Unregistered() implements StaffState {}

    record InService(StaffRecord member) implements StaffState {}

    record Left(StaffRecord member) implements StaffState {}

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    default StaffState evolve(StaffEvent event) {
        return switch (event) {
            case StaffRegistered e
            when this instanceof Unregistered ->
                new InService(new StaffRecord(
                        e.staffId(), e.name(), e.organization(), e.post(), e.role(), e.department(), List.of(), null));
            case StaffAssigned e
            when this instanceof InService(var member) ->
                new InService(member.postedTo(new Posting(e.from(), e.window(), e.duty(), e.partner())));
            case StaffLeft e when this instanceof InService(var member) -> new Left(member.leaving(e.last()));
            case StaffRegistered _, StaffAssigned _, StaffLeft _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}
