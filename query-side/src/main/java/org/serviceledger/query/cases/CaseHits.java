package org.serviceledger.query.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.Facet;

/**
 * A page of the cases found.
 *
 * @param total how many there are; with {@code totalRelation} gte, at least so many
 * @param totalRelation eq or gte
 * @param facets by state, organisation, item, timeliness and month
 * @param next the cursor of the next page, absent on the last
 * @param asOf the answer reflects the ledger up to this position
 */
public record CaseHits(
        long total,
        String totalRelation,
        List<CaseSummary> items,
        Map<String, List<Facet>> facets,
        @Nullable String next,
        long asOf) {}
