package org.serviceledger.api.imports;

import java.time.Instant;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Everything that can have happened to the import of a file (导入). */
public sealed interface ImportEvent extends LedgerEvent {

    ImportId importId();

    @Override
    default String stream() {
        return importId().value();
    }

    /**
     * The import of a file began.
     *
     * @param attributes of the log itself: its own attributes, extensions, globals and classifiers
     */
    @WireName("import.begun")
    record ImportBegun(
            ImportId importId, String file, String format, List<Attribute> attributes, Actor by, Instant occurredAt)
            implements ImportEvent {}

    /**
     * The import of a file went through to its end.
     *
     * @param refused cases of the file the ledger did not take
     */
    @WireName("import.completed")
    record ImportCompleted(ImportId importId, long cases, long acts, long refused, Actor by, Instant occurredAt)
            implements ImportEvent {}
}
