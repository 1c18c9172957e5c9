package org.serviceledger.command.imports;

import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportEvent.ImportBegun;
import org.serviceledger.api.imports.ImportEvent.ImportCompleted;

/** The part of an import's history that the rules need. */
sealed interface ImportState {

    record NotBegun() implements ImportState {}

    record Begun() implements ImportState {}

    record Completed(long cases, long acts, long refused) implements ImportState {}

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
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
