package org.serviceledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tails of the streams appended to most recently. What is in here was committed and stays true for ever; but another
 * process may have appended since. For one thread at a time: who places units while a batch is open, else the appender.
 */
final class StreamTails {

    private static final int KEPT = 100_000;

    private final Map<String, StreamTail> tails = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StreamTail> eldest) {
            return size() > KEPT;
        }
    };

    @Nullable StreamTail get(String streamId) {
        return tails.get(streamId);
    }

    /** What was committed at some time: what is known already may be later, and stays. */
    void putAll(Map<String, StreamTail> committed) {
        committed.forEach((stream, tail) -> tails.merge(stream, tail, StreamTail::later));
    }

    void forgetAll() {
        tails.clear();
    }
}
