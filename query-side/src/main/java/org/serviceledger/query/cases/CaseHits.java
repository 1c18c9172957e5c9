package org.serviceledger.query.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * A page of the cases found.
 *
 * @param total the number of cases found; a lower bound if {@code totalRelation} is {@code gte}
 * @param totalRelation {@code eq} or {@code gte}
 * @param facets counts by state, organisation, item, timeliness and month, and of overdue cases; empty on every page
 *     but the first
 * @param next the cursor of the next page; absent if this page is not full
 * @param asOf the answer reflects the ledger up to this position
 */
public record CaseHits(
        long total,
        String totalRelation,
        List<CaseSummary> items,
        Map<String, List<Facet>> facets,
        @Nullable String next,
        long asOf)
        implements LedgerAnswer {}
