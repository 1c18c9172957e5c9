package org.serviceledger.query.cases;

import static org.serviceledger.query.shared.Queries.and;
import static org.serviceledger.query.shared.Queries.before;
import static org.serviceledger.query.shared.Queries.days;
import static org.serviceledger.query.shared.Queries.exists;
import static org.serviceledger.query.shared.Queries.not;
import static org.serviceledger.query.shared.Queries.since;
import static org.serviceledger.query.shared.Queries.startOf;
import static org.serviceledger.query.shared.Queries.term;
import static org.serviceledger.query.shared.Queries.terms;
import static org.serviceledger.query.shared.Queries.words;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.projection.text.ChineseText;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;

/** Builds Elasticsearch queries for cases. */
public final class CaseQueries {

    private static final String ID_PREFIX = "case-";
    private static final float EXACT_NUMBER = 100;

    private CaseQueries() {}

    /**
     * Returns the query for a question. {@code now} decides which cases are overdue. Applicants' names are searched
     * only if the user may know them.
     */
    static Query of(CaseQuestion asked, Instant now, VisibleTo visible) {
        var filters = new ArrayList<Query>();
        filters.addAll(things(asked));
        filters.addAll(times(asked));
        filters.addAll(outcomes(asked, now));
        var text = asked.q();
        return text == null
                ? and(filters)
                : Query.of(query ->
                        query.bool(bool -> bool.must(text(text, visible)).filter(filters)));
    }

    /** Excludes cases that the user handled: whatever their role, nobody learns how their own service was rated. */
    static Query lessOwnRatings(Query asked, VisibleTo visible) {
        var themselves = visible.themselves();
        return themselves == null ? asked : scored(asked, not(term("handler.person", themselves)));
    }

    /** Cases past the promised limit whose clock is running. */
    public static Query overdue(Instant now) {
        return and(term("open", true), term("clockRunning", true), before("promisedDue", now));
    }

    /** Cases that ended with a decision, and all imported cases that ended. */
    public static Query finished() {
        return and(
                exists("finishedAt"),
                not(terms(
                        "result",
                        List.of(
                                CaseResult.NOT_ACCEPTED.name(),
                                CaseResult.WITHDRAWN.name(),
                                CaseResult.TERMINATED.name()))));
    }

    /** Cases with a rating that was not excluded upon appeal. */
    public static Query rated() {
        return and(exists("rating"), not(term("ratingExcluded", true)));
    }

    /**
     * Cases whose promised limit has its last day on this day or later. {@code promisedDue} is the end of the last day.
     */
    public static Query dueFrom(LocalDate day) {
        return since("promisedDue", startOf(day).plusMillis(1));
    }

    /** Cases whose promised limit has its last day before this day. */
    public static Query dueBefore(LocalDate day) {
        return before("promisedDue", startOf(day).plusMillis(1));
    }

    /** Cases of the organisation, and of all below it unless {@code ownOnly}. */
    public static Query organization(String id, boolean ownOnly) {
        return ownOnly ? term("organization", id) : term(Queries.ORGANISATION_PATH, new OrganizationId(id).code());
    }

    /** Cases whose field has this value, or none if the value is {@link CaseQuestion#NONE}. */
    public static Query oneOrNone(String field, String value) {
        return CaseQuestion.NONE.equals(value) ? not(exists(field)) : term(field, value);
    }

    private static Query scored(Query asked, Query filter) {
        return Query.of(query -> query.bool(bool -> bool.must(asked).filter(filter)));
    }

    private static Query text(String asked, VisibleTo visible) {
        var number = asked.strip();
        var exact = number.startsWith(ID_PREFIX) ? number.substring(ID_PREFIX.length()) : number;
        var any = new ArrayList<Query>();
        any.add(Query.of(
                query -> query.term(term -> term.field("number").value(exact).boost(EXACT_NUMBER))));
        addWords(any, "words", ChineseText.query(exact));
        if (visible.mayKnowApplicants()) {
            addWords(any, "applicantWords", ChineseText.query(exact));
        }
        addWords(any, "pinyin", ChineseText.pinyinQuery(exact).toLowerCase(Locale.ROOT));
        return Queries.or(any.toArray(Query[]::new));
    }

    private static void addWords(List<Query> any, String field, String asked) {
        if (!asked.isBlank()) {
            any.add(words(field, asked, 1));
        }
    }

    private static List<Query> things(CaseQuestion asked) {
        var filters = new ArrayList<Query>();
        addOrNone(filters, "item", asked.item());
        if (asked.organization() != null) {
            filters.add(organization(asked.organization(), Boolean.TRUE.equals(asked.ownOnly())));
        }
        add(filters, "people.person", asked.person());
        addOrNone(filters, "handler.person", asked.handler());
        addOrNone(filters, "window", asked.window());
        addOrNone(filters, "department", asked.department());
        add(
                filters,
                "category",
                asked.category() == null ? null : asked.category().name());
        return filters;
    }

    private static List<Query> times(CaseQuestion asked) {
        var filters = new ArrayList<Query>();
        filters.addAll(days("receivedAt", asked.from(), asked.to()));
        filters.addAll(days("appliedAt", asked.appliedFrom(), asked.appliedTo()));
        filters.addAll(days("acceptedAt", asked.acceptedFrom(), asked.acceptedTo()));
        filters.addAll(days("finishedAt", asked.finishedFrom(), asked.finishedTo()));
        filters.addAll(days("ratedAt", asked.ratedFrom(), asked.ratedTo()));
        if (asked.dueFrom() != null) {
            filters.add(dueFrom(asked.dueFrom()));
        }
        if (asked.dueBefore() != null) {
            filters.add(dueBefore(asked.dueBefore()));
        }
        return filters;
    }

    private static List<Query> outcomes(CaseQuestion asked, Instant now) {
        var filters = new ArrayList<Query>();
        addAny(filters, "state", asked.state());
        addAny(filters, "result", asked.result());
        addAny(filters, "timeliness", asked.timeliness());
        addAny(filters, "rating", asked.rating());
        if (asked.workingDays() != null) {
            filters.add(term("usedWorkingDays", asked.workingDays()));
        }
        addWhether(filters, asked.open(), term("open", true));
        addWhether(filters, asked.imported(), term("imported", true));
        addWhether(filters, asked.pastLegalLimit(), term("pastLegalLimit", true));
        addWhether(filters, asked.overdue(), overdue(now));
        addWhether(filters, asked.finished(), finished());
        addWhether(filters, asked.rated(), rated());
        if (asked.rating() != null) {
            filters.add(rated());
        }
        return filters;
    }

    private static void add(List<Query> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(term(field, value));
        }
    }

    private static void addOrNone(List<Query> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(oneOrNone(field, value));
        }
    }

    private static void addAny(List<Query> filters, String field, @Nullable List<? extends Enum<?>> values) {
        if (values != null && !values.isEmpty()) {
            filters.add(terms(field, values.stream().map(Enum::name).toList()));
        }
    }

    private static void addWhether(List<Query> filters, @Nullable Boolean wanted, Query what) {
        if (wanted != null) {
            filters.add(wanted ? what : not(what));
        }
    }
}
