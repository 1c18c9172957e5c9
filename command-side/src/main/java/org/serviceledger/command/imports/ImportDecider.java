package org.serviceledger.command.imports;

import java.util.List;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportCommand.BeginImport;
import org.serviceledger.api.imports.ImportCommand.CompleteImport;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportEvent.ImportBegun;
import org.serviceledger.api.imports.ImportEvent.ImportCompleted;
import org.serviceledger.api.imports.ImportRefusal;
import org.serviceledger.command.imports.ImportState.Begun;
import org.serviceledger.command.imports.ImportState.Completed;
import org.serviceledger.command.imports.ImportState.NotBegun;

/** The rules of an import. Beginning or completing it again yields no event. Pure functions. */
final class ImportDecider {

    private ImportDecider() {}

    static List<ImportEvent> decide(ImportState state, ImportCommand command) {
        return switch (command) {
            case BeginImport begin -> begin(state, begin);
            case CompleteImport complete -> complete(state, complete);
        };
    }

    /** The commands that may follow in this state; every other one is refused or changes nothing. */
    static Set<Class<? extends ImportCommand>> legal(ImportState state) {
        return switch (state) {
            case NotBegun _ -> Set.of(BeginImport.class);
            case Begun _, Completed _ -> Set.of(CompleteImport.class);
        };
    }

    private static List<ImportEvent> begin(ImportState state, BeginImport c) {
        return switch (state) {
            case NotBegun _ ->
                List.of(new ImportBegun(c.importId(), c.file(), c.format(), c.attributes(), c.by(), c.at()));
            case Begun _, Completed _ -> List.of();
        };
    }

    private static List<ImportEvent> complete(ImportState state, CompleteImport c) {
        var counted = new Completed(c.cases(), c.acts(), c.refused());
        if (state instanceof NotBegun) {
            throw new CommandRefused(new ImportRefusal.NotBegun(c.importId()));
        }
        return state.equals(counted)
                ? List.of()
                : List.of(new ImportCompleted(c.importId(), c.cases(), c.acts(), c.refused(), c.by(), c.at()));
    }
}
