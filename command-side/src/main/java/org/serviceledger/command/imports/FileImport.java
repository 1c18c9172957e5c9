package org.serviceledger.command.imports;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportCommand.BeginImport;
import org.serviceledger.api.imports.ImportCommand.CompleteImport;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.command.imports.ImportState.NotBegun;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link ImportDecider}; it holds no rule. */
@Aggregate(type = "Import")
final class FileImport {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ImportId id;

    private ImportState state = new NotBegun();

    FileImport() {}

    @Decides
    void handle(BeginImport command) {
        decide(command);
    }

    @Decides
    void handle(CompleteImport command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(ImportEvent event) {
        id = event.importId();
        state = state.evolve(event);
    }

    private void decide(ImportCommand command) {
        Happenings.append(ImportDecider.decide(state, command));
    }
}
