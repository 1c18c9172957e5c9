package org.serviceledger.store.witness;

import java.util.Optional;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.words.Message;

/** What came of asking a witness. */
public sealed interface RemoteAnswer {

    /** It vouches for the checkpoint. */
    record Cosigned(SignedNote.Signature signature) implements RemoteAnswer {}

    /** Nothing, for now: it is away, or does not know us. */
    record Unavailable(Message reason) implements RemoteAnswer {}

    /**
     * It remembers the log otherwise than the log is.
     *
     * @param evidence what it remembers, if it shows that, with the log's own signature on it; without, it is but a claim
     */
    record Contradicted(Message reason, Optional<SignedNote> evidence) implements RemoteAnswer {}
}
