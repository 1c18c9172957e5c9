package org.serviceledger.query.performance;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.query.cases.CaseQuestion;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.words.Words;
import org.springframework.stereotype.Component;

/** Groups cases into rows by one of their fields: names the field, labels each row and selects its cases. */
@Component
class Grouping {

    /** The largest number of rows. A report that reaches it says that it is not complete. */
    static final int MOST_ROWS = 300;

    private final Directory directory;

    Grouping(Directory directory) {
        this.directory = directory;
    }

    /** Periods are no field: a case counts in several periods, by the day of each thing that happened to it. */
    static boolean isPeriod(@Nullable GroupBy by) {
        return by != null && field(by) == null;
    }

    static Aggregation rows(GroupBy by, Map<String, Aggregation> figures) {
        var field = Objects.requireNonNull(field(by));
        var name = nameField(by);
        return Aggregation.of(any -> {
            var rows = any.terms(terms -> {
                terms.field(field).size(MOST_ROWS);
                return hasNone(by) ? terms.missing(FieldValue.of(CaseQuestion.NONE)) : terms;
            });
            rows.aggregations(figures);
            return name == null
                    ? rows
                    : rows.aggregations(
                            "name",
                            names -> names.terms(terms -> terms.field(name).size(1)));
        });
    }

    String label(GroupBy by, StringTermsBucket row) {
        var key = row.key().stringValue();
        if (key.equals(CaseQuestion.NONE)) {
            return Words.say("performance.rows.nameless");
        }
        return switch (by) {
            case ORGANIZATION -> directory.nameOf(new OrganizationId(key));
            case WINDOW -> Objects.requireNonNullElse(directory.nameOf(new WindowId(key)), key);
            case CATEGORY -> ServiceCategory.valueOf(key).term();
            case ITEM, STAFF -> named(row, key);
            case DEPARTMENT, DAY, WEEK, MONTH -> key;
        };
    }

    /** Returns the parameters that select exactly the cases of a row. */
    static Map<String, String> question(GroupBy by, String key) {
        return switch (by) {
            case ORGANIZATION -> Map.of("organization", key, "ownOnly", "true");
            case ITEM -> Map.of("item", key);
            case WINDOW -> Map.of("window", key);
            case STAFF -> Map.of("handler", key);
            case DEPARTMENT -> Map.of("department", key);
            case CATEGORY -> Map.of("category", key);
            case DAY, WEEK, MONTH -> Map.of();
        };
    }

    private static @Nullable String field(GroupBy by) {
        return switch (by) {
            case ORGANIZATION -> "organization";
            case ITEM -> "item";
            case WINDOW -> "window";
            case STAFF -> "handler.person";
            case DEPARTMENT -> "department";
            case CATEGORY -> "category";
            case DAY, WEEK, MONTH -> null;
        };
    }

    private static @Nullable String nameField(GroupBy by) {
        return switch (by) {
            case ITEM -> "itemName";
            case STAFF -> "handler.name";
            case ORGANIZATION, WINDOW, DEPARTMENT, CATEGORY, DAY, WEEK, MONTH -> null;
        };
    }

    private static boolean hasNone(GroupBy by) {
        return switch (by) {
            case ITEM, WINDOW, STAFF, DEPARTMENT -> true;
            case ORGANIZATION, CATEGORY, DAY, WEEK, MONTH -> false;
        };
    }

    private static String named(StringTermsBucket row, String key) {
        var names = row.aggregations().get("name");
        return names == null
                        || !names.isSterms()
                        || names.sterms().buckets().array().isEmpty()
                ? key
                : names.sterms().buckets().array().getFirst().key().stringValue();
    }
}
