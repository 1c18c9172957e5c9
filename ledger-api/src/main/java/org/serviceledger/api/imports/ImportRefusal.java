package org.serviceledger.api.imports;

import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;

/** Reasons for refusing an import command. */
public sealed interface ImportRefusal extends Refusal {

    @Refuses(nature = UNKNOWN, rule = "import/begun-first")
    record NotBegun(ImportId importId) implements ImportRefusal {}
}
