package org.serviceledger.api;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that may be asked of the import of a file (导入). */
public sealed interface ImportCommand extends LedgerCommand {

    @TargetAggregateIdentifier
    ImportId importId();

    /** Begins, or begins again after a file was mended or a connection broke. */
    record BeginImport(ImportId importId, String file, String format, List<Attribute> attributes, Actor by, Instant at)
            implements ImportCommand {}

    record CompleteImport(ImportId importId, long cases, long acts, long refused, Actor by, Instant at)
            implements ImportCommand {}
}
