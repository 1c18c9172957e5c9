package org.serviceledger.api.imports;

import java.time.Instant;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on the import of a file (导入). */
public sealed interface ImportCommand extends LedgerCommand {

    ImportId importId();

    @Override
    default String stream() {
        return importId().value();
    }

    /** Begins an import, or begins it again after the file was corrected or the connection failed. */
    record BeginImport(ImportId importId, String file, String format, List<Attribute> attributes, Actor by, Instant at)
            implements ImportCommand {}

    record CompleteImport(ImportId importId, long cases, long acts, long refused, Actor by, Instant at)
            implements ImportCommand {}
}
