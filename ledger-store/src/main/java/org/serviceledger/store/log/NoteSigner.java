package org.serviceledger.store.log;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

/**
 * Signs notes with one private key.
 *
 * @param verifier the verifier key for these signatures
 * @param key the private key
 */
public record NoteSigner(VerifierKey verifier, PrivateKey key) {

    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text, Instant.now())));
    }

    /** Returns a signature line for the text. Only timestamped signature types include the time. */
    public SignedNote.Signature signature(String text, Instant at) {
        try {
            return new SignedNote.Signature(
                    verifier.name(), verifier.id(), verifier.type().sign(key, text, at));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of %s does not sign: %s".formatted(verifier.name(), e.getMessage()), e);
        }
    }

    /** Omits the private key. */
    @Override
    public String toString() {
        return "signer of " + verifier.name();
    }
}
