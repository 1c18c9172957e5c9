package org.serviceledger.store.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/** Signs notes in somebody's name (Ed25519). */
public record NoteSigner(VerifierKey verifier, PrivateKey key) {

    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text)));
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "signer of " + verifier.name();
    }

    private SignedNote.Signature signature(String text) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote.Signature(verifier.name(), verifier.id(), signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of %s does not sign: %s".formatted(verifier.name(), e.getMessage()), e);
        }
    }
}
