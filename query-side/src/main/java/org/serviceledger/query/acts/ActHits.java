package org.serviceledger.query.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.Facet;

/**
 * A page of acts, the latest first, with totals over all pages.
 *
 * @param total how many there are; with {@code totalRelation} gte, at least so many
 * @param byType totals by type
 * @param byDay totals by day, in order, days without acts left out
 * @param next the cursor of the next page, absent on the last
 * @param asOf the answer reflects the ledger up to this position
 */
public record ActHits(
        long total,
        String totalRelation,
        List<ActView> items,
        List<Facet> byType,
        List<Facet> byDay,
        @Nullable String next,
        long asOf) {}
