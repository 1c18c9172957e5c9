package org.serviceledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tails of the streams used most recently, 100,000 at most. Each tail was committed and stays true for ever, but
 * another process may have appended since. Not thread-safe: the thread that places units uses them while a batch is
 * open, otherwise only the appender thread.
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

    /** Adds committed tails. A later tail of the same stream that is known already stays. */
    void putAll(Map<String, StreamTail> committed) {
        committed.forEach((stream, tail) -> tails.merge(stream, tail, StreamTail::later));
    }

    void forgetAll() {
        tails.clear();
    }
}
