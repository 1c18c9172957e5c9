package org.serviceledger.projection.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * How a read model stands.
 *
 * @param index the index behind the alias, if there is one yet
 * @param position up to which it has taken the ledger in, -1 before the first event
 * @param lag events the ledger has beyond that
 * @param failure what it is stuck at, if it is
 * @param rebuild how far a rebuild has come, while there is one
 */
public record ProjectionStatus(
        String name,
        @Nullable String index,
        State state,
        long position,
        long lag,
        @Nullable Failure failure,
        @Nullable Rebuild rebuild) {

    /** What a read model is doing. */
    public enum State {
        STOPPED,
        STARTING,
        REBUILDING,
        LIVE,
        FAILING,

        /** It lacks something, and is being rebuilt or about to be; searches are answered meanwhile as far as possible. */
        HOLED
    }

    /**
     * Why it does not get on; the event is tried again until it goes through, never skipped.
     *
     * @param position of the event, -1 if no single one is to blame
     * @param since when it failed first
     */
    public record Failure(long position, @Nullable String eventId, Message why, Instant since, int attempts) {

        /** Why, in the language that is being spoken. */
        public String reason() {
            return why.said();
        }
    }

    /**
     * A rebuild under way.
     *
     * @param index being filled
     * @param position reached
     * @param head where the ledger ended when last looked
     */
    public record Rebuild(String index, long position, long head, long documents, Instant since) {}
}
