package org.serviceledger.store;

import java.util.Optional;

/** What the first request under a key did. */
public record IdempotencyReceipt(String key, Optional<String> requestDigest, String streamId, Positions positions) {

    /** Whether a later request under the key asks for the same; if not, the client used the key twice. */
    public boolean isFor(String digest) {
        return requestDigest.map(digest::equals).orElse(true);
    }
}
