package org.serviceledger.projection.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.projection.windowday.WindowDayDocument;
import org.serviceledger.projection.windowday.WindowDays;

/** Window-days in any version, with a fold that fails at a chosen event. */
final class StumblingModel implements ReadModel<WindowDayDocument> {

    private final WindowDays windowDays = new WindowDays();
    private final int version;
    volatile long stumblesAt = -1;
    volatile long folded = -1;

    StumblingModel(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return windowDays.name();
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Class<WindowDayDocument> documentType() {
        return WindowDayDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return windowDays.families();
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        return windowDays.documentId(event);
    }

    @Override
    public @Nullable WindowDayDocument after(@Nullable WindowDayDocument document, RecordedEvent event) {
        if (event.position() == stumblesAt) {
            throw new IllegalArgumentException("a stone at " + stumblesAt);
        }
        var after = windowDays.after(document, event);
        folded = Math.max(folded, event.position());
        return after;
    }
}
