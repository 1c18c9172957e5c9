package org.serviceledger.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs imports of files. */
@Component
final class ImportShell extends FamilyShell<ImportState, ImportCommand, ImportEvent> {

    ImportShell() {
        super("Import", ImportCommand.class, ImportEvent.class, new ImportState.NotBegun(), ImportState::evolve, 100);
    }

    @Override
    public List<ImportEvent> decide(ImportState state, ImportCommand command) {
        return ImportDecider.decide(state, command);
    }

    /** A file belongs to no organisation. Each of its cases belongs to one. */
    @Override
    public void mustReach(SignedIn user, ImportState state, String stream) {
        // only an administrator imports
    }

    @Override
    public Set<Class<? extends ImportCommand>> legal(ImportState state, Instant now) {
        return ImportDecider.legal(state);
    }
}
