package org.serviceledger.api.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;

/**
 * One act of an imported case, as the file states it.
 *
 * @param ordinal position in the case, from 0
 * @param activity name of the act, such as the value of {@code concept:name}
 * @param transition life-cycle transition such as {@code complete}, if the file states one
 * @param occurredAt the time that the file states
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
