package org.serviceledger.query.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.Facet;

/**
 * A facet as a filter of a page.
 *
 * @param parameter the request parameter that filters by this facet
 * @param term its name in the language of the page
 * @param several whether the parameter takes more than one value
 */
public record FacetPanel(String parameter, String term, boolean several, List<Facet> values, Set<String> chosen) {

    static FacetPanel one(String parameter, String term, Map<String, List<Facet>> facets, @Nullable Object chosen) {
        return of(parameter, term, false, facets, chosen == null ? List.of() : List.of(chosen));
    }

    static FacetPanel several(
            String parameter, String term, Map<String, List<Facet>> facets, @Nullable Collection<?> chosen) {
        return of(parameter, term, true, facets, chosen == null ? List.of() : chosen);
    }

    private static FacetPanel of(
            String parameter, String term, boolean several, Map<String, List<Facet>> facets, Collection<?> chosen) {
        return new FacetPanel(
                parameter,
                term,
                several,
                facets.getOrDefault(parameter, List.of()),
                chosen.stream().map(FacetPanel::name).collect(Collectors.toUnmodifiableSet()));
    }

    private static String name(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    public boolean isChosen(String value) {
        return chosen.contains(value);
    }
}
