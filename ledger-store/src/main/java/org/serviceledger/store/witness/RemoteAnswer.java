package org.serviceledger.store.witness;

import java.util.Optional;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.words.Message;

/** The result of asking a remote witness for a cosignature. */
public sealed interface RemoteAnswer {

    /** The witness cosigned the checkpoint. */
    record Cosigned(SignedNote.Signature signature) implements RemoteAnswer {}

    /** Nothing, for now: it is away, or does not know us. */
    record Unavailable(Message reason) implements RemoteAnswer {}

    /**
     * The witness states a history that contradicts the log.
     *
     * @param evidence a contradicting checkpoint with the log's own signature; empty if the witness does not serve one,
     *     which leaves an unproven claim
     */
    record Contradicted(Message reason, Optional<SignedNote> evidence) implements RemoteAnswer {}
}
