package org.serviceledger.query.publicsite;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * The service guide (办事指南) of an item.
 *
 * @param code the implementation code (实施编码)
 * @param inForceSince when this version was published
 * @param notInService why nobody can apply for the item now; absent if it is in service
 * @param asOf the answer reflects the ledger up to this position
 */
public record ItemGuide(
        String id,
        String code,
        int version,
        @Nullable Instant inForceSince,
        boolean inService,
        @Nullable String notInService,
        ItemDetails details,
        long asOf)
        implements LedgerAnswer {}
