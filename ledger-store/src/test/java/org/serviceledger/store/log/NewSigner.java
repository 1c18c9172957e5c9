package org.serviceledger.store.log;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/** Creates signers with newly generated keys. */
public final class NewSigner {

    private NewSigner() {}

    public static NoteSigner log(String origin) {
        return of(origin, SignatureType.ED25519);
    }

    /** Returns the additional SM2 signer of a log. */
    public static NoteSigner sm2(String origin) {
        return of(origin, SignatureType.SM2);
    }

    public static NoteSigner witness(String name) {
        return of(name, SignatureType.COSIGNATURE);
    }

    private static NoteSigner of(String name, SignatureType type) {
        try {
            var keys = switch (type) {
                case ED25519, COSIGNATURE ->
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                case SM2 -> Sm2.generate();
            };
            return new NoteSigner(new VerifierKey(name, type, keys.getPublic()), keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
