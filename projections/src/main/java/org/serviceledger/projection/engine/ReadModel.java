package org.serviceledger.projection.engine;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;

/**
 * A read model: a set of documents derived from the ledger. Each document is a pure fold of the events that concern it
 * and depends on nothing else. The engine calls a read model from several threads at once.
 *
 * @param <D> the document type, a record that Jackson can write and read
 */
public interface ReadModel<D extends Document> {

    /** Returns the name of the Elasticsearch alias, of the event processor and of the mapping file. */
    String name();

    /**
     * Returns the version of the fold and the mapping. It increases whenever either changes. At start, the engine
     * rebuilds documents of another version.
     */
    int version();

    Class<D> documentType();

    /** Returns the event families that the read model reads. The engine skips all other events without reading them. */
    Set<Class<? extends LedgerEvent>> families();

    /** Returns the wire names of the events of its families that concern a document. */
    default Set<String> eventNames() {
        return eventNames(_ -> true);
    }

    /** Returns the wire names of the events of its families whose class meets the condition. */
    default Set<String> eventNames(Predicate<Class<?>> condition) {
        return EventTypes.all().stream()
                .filter(type -> families().stream().anyMatch(family -> family.isAssignableFrom(type)))
                .filter(condition)
                .map(EventTypes::wireName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the id of the one document that the event concerns, or null if it concerns none. The event's type alone
     * decides whether the id is null.
     */
    @Nullable String documentId(RecordedEvent event);

    /**
     * Returns the document after the event.
     *
     * @param document the document before the event, null if there is none
     * @return the document at the event's position, or null if there was none and the event begins none
     */
    @Nullable D after(@Nullable D document, RecordedEvent event);

    /**
     * Returns whether each document derives from exactly one event. The engine then never fetches an earlier state of a
     * document.
     */
    default boolean isOneDocumentPerEvent() {
        return false;
    }
}
