package org.serviceledger.store.log;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

/** Signs notes in somebody's name. */
public record NoteSigner(VerifierKey verifier, PrivateKey key) {

    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text, Instant.now())));
    }

    /** What this signer puts beneath a text; whether the moment is told in it depends on the type. */
    public SignedNote.Signature signature(String text, Instant at) {
        try {
            return new SignedNote.Signature(
                    verifier.name(), verifier.id(), verifier.type().sign(key, text, at));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of %s does not sign: %s".formatted(verifier.name(), e.getMessage()), e);
        }
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "signer of " + verifier.name();
    }
}
