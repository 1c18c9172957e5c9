package org.serviceledger.query.publicsite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * All halls, the county first.
 *
 * @param asOf the answer reflects the ledger up to this position
 */
public record HallList(List<Hall> items, long asOf) implements LedgerAnswer {

    /** A hall in the list, with the number of its windows that are open now. */
    public record Hall(
            String id,
            String name,
            OrganizationKind kind,
            String kindTerm,
            @Nullable String parent,
            @Nullable String address,
            @Nullable String phone,
            int windows,
            int openWindows) {}
}
