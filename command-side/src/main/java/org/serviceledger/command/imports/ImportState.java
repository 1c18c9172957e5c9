package org.serviceledger.command.imports;

import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportEvent.ImportBegun;
import org.serviceledger.api.imports.ImportEvent.ImportCompleted;

/** What the rules need to know of an import's past. */
sealed interface ImportState {

    record NotBegun() implements ImportState {}

    record Begun() implements ImportState {}

    record Completed(long cases, long acts, long refused) implements ImportState {}

    /** Folds one event in; one that cannot follow means a corrupt stream. */
    default ImportState evolve(ImportEvent event) {
        return switch (event) {
            case ImportBegun _ when this instanceof NotBegun -> new Begun();
            case ImportCompleted e
            when this instanceof Begun || this instanceof Completed -> new Completed(e.cases(), e.acts(), e.refused());
            case ImportBegun _, ImportCompleted _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}
