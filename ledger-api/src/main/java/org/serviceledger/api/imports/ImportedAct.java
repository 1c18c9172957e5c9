package org.serviceledger.api.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;

/**
 * One act of an imported case as the file tells it.
 *
 * @param ordinal its place in the case, from 0
 * @param activity what was done, such as concept:name
 * @param transition such as complete, if the file says
 * @param occurredAt when it happened, as the file says
 */
public record ImportedAct(
        int ordinal,
        String activity,
        @Nullable String transition,
        Actor by,
        Instant occurredAt,
        List<Attribute> attributes) {

    public ImportedAct {
        attributes = List.copyOf(attributes);
    }
}
