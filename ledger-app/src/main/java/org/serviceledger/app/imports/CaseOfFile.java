package org.serviceledger.app.imports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportedAct;

/**
 * A case of the file, in the form the server accepts.
 *
 * @param number its case number (办件编号) in this ledger
 * @param originalId its name in the file
 */
@RecordBuilder
record CaseOfFile(
        String number,
        String originalId,
        String title,
        @Nullable String department,
        @Nullable String channel,
        @Nullable String responsible,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant dueAt,
        List<Attribute> attributes,
        List<ImportedAct> acts) {

    CaseOfFile {
        attributes = List.copyOf(attributes);
        acts = List.copyOf(acts);
    }
}
