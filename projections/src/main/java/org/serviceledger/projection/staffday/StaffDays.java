package org.serviceledger.projection.staffday;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of staff attendance, one document for each member of staff and day. */
public final class StaffDays implements ReadModel<StaffDayDocument> {

    public static final String NAME = "staff-days";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<StaffDayDocument> documentType() {
        return StaffDayDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(StaffDayEvent.class);
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        return event.payload() instanceof StaffDayEvent of ? of.staffDayId().value() : null;
    }

    @Override
    public @Nullable StaffDayDocument after(@Nullable StaffDayDocument document, RecordedEvent event) {
        return event.payload() instanceof StaffDayEvent of
                ? StaffDayFold.of(document, of).after(of, event.position())
                : document;
    }
}
