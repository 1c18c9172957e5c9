package org.serviceledger.projection.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * The status of a read model.
 *
 * @param index the index behind the alias, null before the first build
 * @param position the position up to which the read model has processed the ledger, -1 before the first event
 * @param lag the number of events in the ledger after that position
 * @param failure the failure that blocks the read model, null if there is none
 * @param rebuild the progress of the rebuild under way, null if there is none
 */
public record ProjectionStatus(
        String name,
        @Nullable String index,
        State state,
        long position,
        long lag,
        @Nullable Failure failure,
        @Nullable Rebuild rebuild) {

    /** The state of a read model. */
    public enum State {
        STOPPED,
        STARTING,
        REBUILDING,
        LIVE,
        FAILING,

        /**
         * Documents or events are missing, and a rebuild is running or about to begin. Searches are answered as far as
         * possible.
         */
        HOLED
    }

    /**
     * Why a read model makes no progress. The engine retries the event until it succeeds and never skips it.
     *
     * @param position the position of the event, -1 if no single event is the cause
     * @param since the time of the first failure
     * @param attempts the number of attempts that failed
     */
    public record Failure(long position, @Nullable String eventId, Message why, Instant since, int attempts) {

        /** Returns the reason in the current language. */
        public String reason() {
            return why.said();
        }
    }

    /**
     * A rebuild under way.
     *
     * @param index the index that is being filled
     * @param position the position reached
     * @param head the position of the last event in the ledger when the rebuild last looked
     * @param documents the number of documents written
     */
    public record Rebuild(String index, long position, long head, long documents, Instant since) {}
}
