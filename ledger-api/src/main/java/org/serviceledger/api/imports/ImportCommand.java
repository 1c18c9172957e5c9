package org.serviceledger.api.imports;

import static org.serviceledger.api.UserRole.ADMINISTRATOR;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.DefaultsTo;

/** Commands on the import of a file (导入). */
public sealed interface ImportCommand extends LedgerCommand {

    ImportId importId();

    @Override
    default String stream() {
        return importId().value();
    }

    /** Begins an import, or begins it again after the file was corrected or the connection failed. */
    @Act(method = Act.Method.CREATE, roles = ADMINISTRATOR, special = true)
    record BeginImport(ImportId importId, String file, String format, List<Attribute> attributes, Actor by, Instant at)
            implements ImportCommand {}

    @Act(path = "complete", roles = ADMINISTRATOR)
    record CompleteImport(
            ImportId importId,
            @Min(0) long cases,
            @Min(0) long acts,
            @DefaultsTo("0") @Min(0) long refused,
            Actor by,
            Instant at)
            implements ImportCommand {}
}
