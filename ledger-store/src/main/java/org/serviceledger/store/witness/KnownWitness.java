package org.serviceledger.store.witness;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/**
 * A witness as a policy or a configuration names it.
 *
 * @param name how it is called here; it signs under the name of its key
 * @param url where it is asked; null if it is only to be verified
 */
public record KnownWitness(
        String name, VerifierKey key, @Nullable URI url) {

    public KnownWitness {
        if (key.type() != SignatureType.COSIGNATURE) {
            throw new MalformedLog(Message.of("policy.no-witness-key", "name", name, "key", key));
        }
        if (url != null && !String.valueOf(url.getScheme()).matches("https?")) {
            throw new MalformedLog(Message.of("policy.no-http", "name", name, "url", url));
        }
    }

    /** From a verifier key and an address as they are written. */
    public static KnownWitness of(String name, String key, @Nullable String url) {
        try {
            return new KnownWitness(name, VerifierKey.parse(key), url == null ? null : URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new MalformedLog(Message.of("policy.no-address", "name", name, "url", url), e);
        }
    }
}
