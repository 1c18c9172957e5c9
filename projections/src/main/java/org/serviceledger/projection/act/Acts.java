package org.serviceledger.projection.act;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of acts: every event of the ledger is one act. */
public final class Acts implements ReadModel<ActDocument> {

    public static final String NAME = "acts";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<ActDocument> documentType() {
        return ActDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(LedgerEvent.class);
    }

    @Override
    public String documentId(RecordedEvent event) {
        return Long.toString(event.position());
    }

    @Override
    public ActDocument after(@Nullable ActDocument document, RecordedEvent event) {
        return ActReading.of(event);
    }

    @Override
    public boolean isOneDocumentPerEvent() {
        return true;
    }
}
