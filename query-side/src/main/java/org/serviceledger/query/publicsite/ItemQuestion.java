package org.serviceledger.query.publicsite;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.query.shared.Faults;

/**
 * Filters for the list of items; an absent filter selects everything.
 *
 * @param q Chinese words or pinyin initials: both 营业执照 and yyzz find it
 * @param theme the theme, such as 社会保障
 * @param limit the page size, from 1 to 200; 20 if absent
 * @param cursor the {@code next} of the previous page
 */
public record ItemQuestion(
        @Nullable String q,
        @Nullable ServiceCategory category,
        @Nullable String department,
        @Nullable String theme,
        @Nullable Audience audience,
        @Nullable Integer limit,
        @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 200;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CURSOR = 1000;

    /** Selects every item. */
    public static ItemQuestion all() {
        return new ItemQuestion(null, null, null, null, null, null, null);
    }

    int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    ItemQuestion withoutPlace() {
        return new ItemQuestion(q, category, department, theme, audience, null, null);
    }

    Faults faults() {
        return new Faults()
                .text("q", q, LONGEST_WORDS)
                .text("department", department, LONGEST_NAME)
                .text("theme", theme, LONGEST_NAME)
                .range("limit", limit, 1, MOST)
                .text("cursor", cursor, LONGEST_CURSOR);
    }
}
