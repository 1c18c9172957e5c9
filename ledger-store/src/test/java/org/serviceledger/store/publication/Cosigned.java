package org.serviceledger.store.publication;

import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/** Stores a cosignature without asking the witness. */
public final class Cosigned {

    private Cosigned() {}

    public static void keep(
            Checkpoints checkpoints, SignedNote checkpoint, VerifierKey witness, SignedNote.Signature said) {
        checkpoints.publications().keep(checkpoint, witness, said);
    }
}
