package org.serviceledger.api.imports;

import java.time.Instant;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Everything that may be asked of the import of a file (导入). */
public sealed interface ImportCommand extends LedgerCommand {

    ImportId importId();

    @Override
    default String stream() {
        return importId().value();
    }

    /** Begins, or begins again after a file was mended or a connection broke. */
    record BeginImport(ImportId importId, String file, String format, List<Attribute> attributes, Actor by, Instant at)
            implements ImportCommand {}

    record CompleteImport(ImportId importId, long cases, long acts, long refused, Actor by, Instant at)
            implements ImportCommand {}
}
