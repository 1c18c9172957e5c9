package org.serviceledger.api.imports;

import java.time.Instant;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Events of the import of a file (导入). */
public sealed interface ImportEvent extends LedgerEvent {

    ImportId importId();

    @Override
    default String stream() {
        return importId().value();
    }

    /**
     * The import of a file began.
     *
     * @param attributes the log's own attributes, extensions, globals and classifiers
     */
    @WireName("import.begun")
    record ImportBegun(
            ImportId importId, String file, String format, List<Attribute> attributes, Actor by, Instant occurredAt)
            implements ImportEvent {}

    /**
     * The import reached the end of the file.
     *
     * @param refused the number of cases that the ledger refused
     */
    @WireName("import.completed")
    record ImportCompleted(ImportId importId, long cases, long acts, long refused, Actor by, Instant occurredAt)
            implements ImportEvent {}
}
