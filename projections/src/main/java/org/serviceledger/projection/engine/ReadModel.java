package org.serviceledger.projection.engine;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;

/**
 * A way to look at the ledger: documents, each a pure fold of the events that concern it and of nothing else.
 *
 * @param <D> the document, a record that Jackson can write and read
 */
public interface ReadModel<D extends Document> {

    /** The name of the Elasticsearch alias, of the event processor and of the mapping file. */
    String name();

    /** Goes up whenever the fold or the mapping changes; documents of another version are built anew at start. */
    int version();

    Class<D> documentType();

    /** The families of events it reads; all others pass by unread. */
    Set<Class<? extends LedgerEvent>> families();

    /** The wire names of those events of its families that concern a document. */
    default Set<String> eventNames() {
        return eventNames(_ -> true);
    }

    /** The wire names of those events of its families that fulfil a condition. */
    default Set<String> eventNames(Predicate<Class<?>> condition) {
        return EventTypes.all().stream()
                .filter(type -> families().stream().anyMatch(family -> family.isAssignableFrom(type)))
                .filter(condition)
                .map(EventTypes::wireName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The one document an event concerns, or none; which of the two, its type alone decides. */
    @Nullable String documentId(RecordedEvent event);

    /**
     * Folds one event in.
     *
     * @return the document at the event's position, or null if there was none and the event begins none
     */
    @Nullable D after(@Nullable D document, RecordedEvent event);

    /** Whether every document comes of one event, so that there is never an earlier form of it to fetch. */
    default boolean isOneDocumentPerEvent() {
        return false;
    }
}
