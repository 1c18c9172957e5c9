package org.serviceledger.store.witness;

import java.util.Optional;
import org.serviceledger.store.log.SignedNote;

/** The result of asking a remote witness for a cosignature. */
public sealed interface RemoteAnswer {

    /** The witness cosigned the checkpoint. */
    record Cosigned(SignedNote.Signature signature) implements RemoteAnswer {}

    /**
     * There is no cosignature for now, for example because the witness is unreachable or does not know the log. The
     * caller may ask again.
     */
    record Unavailable(String reason) implements RemoteAnswer {}

    /**
     * The witness states a history that contradicts the log.
     *
     * @param evidence a contradicting checkpoint with the log's own signature; empty if the witness does not serve one,
     *     which leaves an unproven claim
     */
    record Contradicted(String reason, Optional<SignedNote> evidence) implements RemoteAnswer {}
}
