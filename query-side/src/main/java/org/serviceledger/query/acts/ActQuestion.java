package org.serviceledger.query.acts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.words.Message;

/**
 * Filters for a list of acts; an absent filter selects everything. Days are days in China on which an act happened.
 *
 * @param person the person who acted
 * @param concerned a person whom the act is about and who did not perform it
 * @param from the first day, included
 * @param to the last day, included
 * @param organization the organisation and all below it
 * @param type any of these wire names, such as {@code case.accepted}
 * @param deviating if true, only acts with a deviation; if false, only acts without one
 * @param limit the page size, from 1 to 200; 50 if absent
 * @param cursor the {@code next} of the previous page
 */
public record ActQuestion(
        @Nullable String person,
        @Nullable String concerned,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String organization,
        @Nullable List<String> type,
        @Nullable Boolean deviating,
        @Nullable Integer limit,
        @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CURSOR = 1000;

    /** Selects everything one person did between two days. */
    public static ActQuestion of(String person, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new ActQuestion(person, null, from, to, null, null, null, null, null);
    }

    int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    ActQuestion withoutPlace() {
        return new ActQuestion(person, concerned, from, to, organization, type, deviating, null, null);
    }

    Faults faults() {
        var faults = new Faults()
                .text("person", person, LONGEST_NAME)
                .text("concerned", concerned, LONGEST_NAME)
                .period("from", from, "to", to)
                .form("organization", organization, OrganizationId::new)
                .range("limit", limit, 1, MOST)
                .text("cursor", cursor, LONGEST_CURSOR);
        if (type != null && !type.stream().allMatch(ActQuestion::isType)) {
            faults.add("type", Message.of("fault.event-types"));
        }
        return faults;
    }

    private static boolean isType(String name) {
        return EventTypes.all().stream()
                .anyMatch(event -> EventTypes.wireName(event).equals(name));
    }
}
