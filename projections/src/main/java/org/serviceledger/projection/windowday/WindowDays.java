package org.serviceledger.projection.windowday;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of windows, one document for each window and day. */
public final class WindowDays implements ReadModel<WindowDayDocument> {

    public static final String NAME = "window-days";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<WindowDayDocument> documentType() {
        return WindowDayDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(WindowDayEvent.class);
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        return event.payload() instanceof WindowDayEvent of ? of.windowDayId().value() : null;
    }

    @Override
    public @Nullable WindowDayDocument after(@Nullable WindowDayDocument document, RecordedEvent event) {
        return event.payload() instanceof WindowDayEvent of
                ? WindowDayFold.of(document, of).after(of, event.position())
                : document;
    }
}
