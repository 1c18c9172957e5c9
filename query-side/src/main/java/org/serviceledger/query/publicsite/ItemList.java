package org.serviceledger.query.publicsite;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * A page of the public list of items.
 *
 * @param facets counts by category, department, theme and audience; empty on every page but the first
 * @param next the cursor of the next page; absent if this page is not full
 * @param asOf the answer reflects the ledger up to this position
 */
public record ItemList(
        long total,
        String totalRelation,
        List<Entry> items,
        Map<String, List<Facet>> facets,
        @Nullable String next,
        long asOf)
        implements LedgerAnswer {

    /**
     * An item in the list.
     *
     * @param nameHtml the name as escaped HTML, with the words searched for in {@code <mark>}
     * @param inService whether applications are accepted now
     */
    @RecordBuilder
    public record Entry(
            String id,
            String name,
            String nameHtml,
            String department,
            ServiceCategory category,
            String categoryTerm,
            String theme,
            CaseKind kind,
            String kindTerm,
            @Nullable String legalLimit,
            String promisedLimit,
            @Nullable String fee,
            boolean inService,
            boolean demonstration) {}
}
