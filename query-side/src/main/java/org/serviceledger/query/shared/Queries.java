package org.serviceledger.query.shared;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;

/** Building blocks of Elasticsearch queries. */
public final class Queries {

    /** The field that holds the codes of a document's organisation and of all above it. */
    public static final String ORGANISATION_PATH = "organizationPath";

    private Queries() {}

    public static Query all() {
        return Query.of(query -> query.matchAll(all -> all));
    }

    public static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    public static Query term(String field, boolean value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    public static Query term(String field, int value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    public static Query terms(String field, Collection<String> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(any -> any.value(values.stream().map(FieldValue::of).toList()))));
    }

    public static Query exists(String field) {
        return Query.of(query -> query.exists(exists -> exists.field(field)));
    }

    public static Query not(Query unwanted) {
        return Query.of(query -> query.bool(bool -> bool.mustNot(unwanted)));
    }

    public static Query and(List<Query> wanted) {
        return Query.of(query -> query.bool(bool -> bool.filter(wanted)));
    }

    public static Query and(Query... wanted) {
        return and(List.of(wanted));
    }

    public static Query or(Query... wanted) {
        return Query.of(query -> query.bool(bool -> bool.should(List.of(wanted)).minimumShouldMatch("1")));
    }

    /** Matches moments before {@code moment}, which is not included. */
    public static Query before(String field, Instant moment) {
        return Query.of(query ->
                query.range(range -> range.date(date -> date.field(field).lt(moment.toString()))));
    }

    /** Matches {@code moment} and later moments. */
    public static Query since(String field, Instant moment) {
        return Query.of(query ->
                query.range(range -> range.date(date -> date.field(field).gte(moment.toString()))));
    }

    /** Matches days in China from the first to the last, both included. A bound that is null is open. */
    public static List<Query> days(String field, @Nullable LocalDate first, @Nullable LocalDate last) {
        var from = first == null ? null : since(field, startOf(first));
        var to = last == null ? null : before(field, startOf(last.plusDays(1)));
        if (from == null) {
            return to == null ? List.of() : List.of(to);
        }
        return to == null ? List.of(from) : List.of(from, to);
    }

    /** Matches documents with all of the words, which must be analysed as the field was. */
    public static Query words(String field, String words, float boost) {
        return Query.of(query -> query.match(match -> match.field(field)
                .query(words)
                .operator(co.elastic.clients.elasticsearch._types.query_dsl.Operator.And)
                .boost(boost)));
    }

    /** The first moment of the day in China. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingDayCalendar.CHINA).toInstant();
    }
}
