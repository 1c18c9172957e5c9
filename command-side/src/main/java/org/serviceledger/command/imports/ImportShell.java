package org.serviceledger.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs imports of files. */
@Component
final class ImportShell implements FamilyShell<ImportState, ImportCommand, ImportEvent> {

    @Override
    public String type() {
        return "Import";
    }

    @Override
    public Class<ImportCommand> commands() {
        return ImportCommand.class;
    }

    @Override
    public Class<ImportEvent> events() {
        return ImportEvent.class;
    }

    @Override
    public ImportState initial() {
        return new ImportState.NotBegun();
    }

    @Override
    public ImportState evolve(ImportState state, ImportEvent event) {
        return state.evolve(event);
    }

    @Override
    public List<ImportEvent> decide(ImportState state, ImportCommand command) {
        return ImportDecider.decide(state, command);
    }

    @Override
    public Set<Class<? extends ImportCommand>> legal(ImportState state, Instant now) {
        return ImportDecider.legal(state);
    }

    @Override
    public int keptAlive() {
        return 100;
    }
}
