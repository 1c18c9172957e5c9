package org.serviceledger.projection.engine;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Limits the number of documents in one request. The limit halves each time Elasticsearch is overloaded and grows again
 * afterwards.
 */
final class RequestSize {

    private static final int MOST_DOCUMENTS = 1000;
    private static final int LEAST_DOCUMENTS = 10;
    private static final int MOST_BYTES = 5 << 20;

    private volatile int documents = MOST_DOCUMENTS;

    int documents() {
        return documents;
    }

    void shrink() {
        documents = Math.max(LEAST_DOCUMENTS, documents / 2);
    }

    void grow() {
        documents = Math.min(MOST_DOCUMENTS, documents + Math.max(1, documents / 4));
    }

    /** Returns the leading elements that fit into one request, at least one, as a view of the list. */
    <T> List<T> first(List<T> all, ToLongFunction<T> bytes) {
        long total = 0;
        int count = 0;
        while (count < all.size() && count < documents) {
            total += bytes.applyAsLong(all.get(count));
            if (total > MOST_BYTES && count > 0) {
                break;
            }
            count++;
        }
        return all.subList(0, count);
    }
}
