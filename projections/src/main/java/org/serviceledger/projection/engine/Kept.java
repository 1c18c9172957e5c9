package org.serviceledger.projection.engine;

import java.util.Arrays;
import org.serviceledger.projection.DocumentClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as stored in its index, with two fields that the engine adds.
 *
 * @param foldedEvents the number of events in the document
 * @param firstPosition the position of the event that began the document
 */
record Kept<D extends Document>(D document, long foldedEvents, long firstPosition) {

    static final String FOLDED_EVENTS = "foldedEvents";
    static final String FIRST_POSITION = "firstPosition";

    private static final JsonMapper JSON = DocumentClient.json();

    static <D extends Document> Kept<D> first(D document) {
        return new Kept<>(document, 1, document.position());
    }

    static <D extends Document> Kept<D> read(ObjectNode source, Class<D> type) {
        return new Kept<>(
                JSON.treeToValue(source, type),
                source.path(FOLDED_EVENTS).asLong(0),
                source.path(FIRST_POSITION).asLong(-1));
    }

    Kept<D> after(D next) {
        return new Kept<>(next, foldedEvents + 1, firstPosition);
    }

    long position() {
        return document.position();
    }

    /** Returns the JSON sent to Elasticsearch, in UTF-8. */
    byte[] json() {
        var fields = JSON.writeValueAsBytes(document);
        var noted = ",\"%s\":%d,\"%s\":%d}".formatted(FOLDED_EVENTS, foldedEvents, FIRST_POSITION, firstPosition);
        var whole = Arrays.copyOf(fields, fields.length - 1 + noted.length());
        for (int i = 0; i < noted.length(); i++) {
            whole[fields.length - 1 + i] = (byte) noted.charAt(i);
        }
        return whole;
    }
}
