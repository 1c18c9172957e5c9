package org.serviceledger.query.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * A page of acts, the latest first, with totals over all pages.
 *
 * @param total the number of acts found; a lower bound if {@code totalRelation} is {@code gte}
 * @param totalRelation {@code eq} or {@code gte}
 * @param byType totals by type; empty on every page but the first
 * @param byDay totals by day in order of date, without days that have no acts; empty on every page but the first
 * @param next the cursor of the next page; absent if this page is not full
 * @param asOf the answer reflects the ledger up to this position
 */
public record ActHits(
        long total,
        String totalRelation,
        List<ActView> items,
        List<Facet> byType,
        List<Facet> byDay,
        @Nullable String next,
        long asOf)
        implements LedgerAnswer {}
