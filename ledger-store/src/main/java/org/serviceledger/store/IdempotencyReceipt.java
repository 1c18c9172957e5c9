package org.serviceledger.store;

import java.util.Optional;

/** What the first request under an idempotency key did. */
public record IdempotencyReceipt(String key, Optional<String> requestDigest, String streamId, Positions positions) {

    /**
     * Whether a later request with this digest asks for the same as the first. If not, the client has used the key
     * twice. Always true if the first request had no digest.
     */
    public boolean isFor(String digest) {
        return requestDigest.map(digest::equals).orElse(true);
    }
}
