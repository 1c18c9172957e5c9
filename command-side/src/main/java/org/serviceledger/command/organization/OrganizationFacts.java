package org.serviceledger.command.organization;

import java.util.List;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;

/**
 * The facts about an organisation that the rules of other features need.
 *
 * @param shifts empty until service hours are set
 * @param graceMinutes how many minutes late or early do not count
 */
public record OrganizationFacts(String name, OrganizationKind kind, List<Shift> shifts, int graceMinutes) {

    public OrganizationFacts {
        shifts = List.copyOf(shifts);
    }

    OrganizationFacts open(List<Shift> newShifts, int newGraceMinutes) {
        return new OrganizationFacts(name, kind, newShifts, newGraceMinutes);
    }
}
