package org.serviceledger.store.witness;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/**
 * A witness named in a policy or in the configuration. The constructor throws {@link MalformedLog} if the key is not a
 * cosignature key or the URL is not HTTP.
 *
 * @param name name of the witness in the policy; cosignatures have the name of its key
 * @param url URL prefix of the witness's HTTP interface; null if its cosignatures are only verified
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

    /** Creates a witness from an encoded verifier key and a URL. Throws {@link MalformedLog} if either is malformed. */
    public static KnownWitness of(String name, String key, @Nullable String url) {
        try {
            return new KnownWitness(name, VerifierKey.parse(key), url == null ? null : URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new MalformedLog(Message.of("policy.no-address", "name", name, "url", url), e);
        }
    }
}
