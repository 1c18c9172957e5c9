package org.serviceledger.api.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.TimeLimit;

/**
 * The version of an item that a case keeps: the one in force when the case began. Later changes to the item do not
 * affect it.
 */
public record ItemInForce(
        ItemId itemId,
        int version,
        String name,
        String department,
        ServiceCategory category,
        CaseKind caseKind,
        @Nullable TimeLimit legalLimit,
        TimeLimit promisedLimit,
        List<ItemDetails.Step> steps) {

    public ItemInForce {
        steps = List.copyOf(steps);
    }

    public static ItemInForce of(ItemId itemId, int version, ItemDetails details) {
        return new ItemInForce(
                itemId,
                version,
                details.name(),
                details.department(),
                details.category(),
                details.caseKind(),
                details.legalLimit(),
                details.promisedLimit(),
                details.steps());
    }
}
