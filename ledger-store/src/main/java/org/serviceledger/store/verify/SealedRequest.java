package org.serviceledger.store.verify;

import org.jspecify.annotations.Nullable;
import org.serviceledger.store.IdempotencyKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The request that an event was recorded for, according to the event's sealed metadata. Both components are null if it
 * was recorded for none.
 */
record SealedRequest(@Nullable String key, @Nullable String digest) {

    private static final SealedRequest NONE = new SealedRequest(null, null);

    /**
     * Reads the request from an event's metadata. Returns one without a key if the metadata are null, which means there
     * is no event, or are not JSON.
     */
    static SealedRequest in(byte @Nullable [] metadata) {
        if (metadata == null) {
            return NONE;
        }
        try {
            var json = JsonMapper.shared().readTree(metadata);
            return new SealedRequest(
                    text(json.path(IdempotencyKeys.KEY)), text(json.path(IdempotencyKeys.REQUEST_DIGEST)));
        } catch (JacksonException _) {
            return NONE;
        }
    }

    boolean isUnder(String other) {
        return other.equals(key);
    }

    private static @Nullable String text(JsonNode member) {
        return member.isValueNode() && !member.isNull() ? member.asString() : null;
    }
}
