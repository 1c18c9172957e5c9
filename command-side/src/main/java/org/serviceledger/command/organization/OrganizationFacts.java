package org.serviceledger.command.organization;

import java.util.List;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;

/**
 * An organisation as others decide by it.
 *
 * @param shifts none until service hours are set
 * @param graceMinutes how late or early counts as neither
 */
public record OrganizationFacts(String name, OrganizationKind kind, List<Shift> shifts, int graceMinutes) {

    public OrganizationFacts {
        shifts = List.copyOf(shifts);
    }

    OrganizationFacts open(List<Shift> newShifts, int newGraceMinutes) {
        return new OrganizationFacts(name, kind, newShifts, newGraceMinutes);
    }
}
