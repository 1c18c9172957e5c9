package org.serviceledger.command.imports;

import static org.serviceledger.command.Examples.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportCommand.BeginImport;
import org.serviceledger.api.imports.ImportCommand.CompleteImport;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportEvent.ImportBegun;
import org.serviceledger.api.imports.ImportEvent.ImportCompleted;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.ImportRefusal;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.fixtures.ImportEvents;

class ImportDeciderTest {

    private static final ImportId FILE = ImportId.ofDigest("a".repeat(64));
    private static final ImportBegun BEGUN = ImportEvents.begun()
            .of(FILE)
            .file("log.xes")
            .by(ADMIN)
            .at(at("2026-01-05 09:00"))
            .event();

    @Nested
    class AnImport {

        @Test
        void beginsOnceHoweverOftenItIsBegun() {
            given().when(begin()).then(BEGUN);
            given(BEGUN).when(begin()).thenNothing();
            given(BEGUN, completed(2)).when(begin()).thenNothing();
        }

        @Test
        void isCompletedOnceForTheSameCount() {
            given().when(complete(2)).thenRefused(new ImportRefusal.NotBegun(FILE));
            given(BEGUN).when(complete(2)).then(completed(2));
            given(BEGUN, completed(2)).when(complete(2)).thenNothing();
            given(BEGUN, completed(2)).when(complete(3)).then(completed(3));
        }
    }

    private static DeciderSpec<ImportState, ImportCommand, ImportEvent> given(ImportEvent... history) {
        return DeciderSpec.given(new ImportState.NotBegun(), ImportState::evolve, ImportDecider::decide, history);
    }

    private static BeginImport begin() {
        return new BeginImport(FILE, "log.xes", "XES 1.0", List.of(), ADMIN, at("2026-01-05 09:00"));
    }

    private static CompleteImport complete(long cases) {
        return new CompleteImport(FILE, cases, 10, 0, ADMIN, at("2026-01-05 09:10"));
    }

    private static ImportCompleted completed(long cases) {
        return ImportEvents.completed()
                .of(FILE)
                .cases(cases)
                .acts(10)
                .by(ADMIN)
                .at(at("2026-01-05 09:10"))
                .event();
    }
}
