package org.serviceledger.store.verify;

import org.jspecify.annotations.Nullable;
import org.serviceledger.store.IdempotencyKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The request an event was recorded for, as its sealed metadata say; without a key if it was for none. */
record SealedRequest(@Nullable String key, @Nullable String digest) {

    private static final SealedRequest NONE = new SealedRequest(null, null);

    /** Of an event with these metadata; of none where there is no event, or where they cannot be read. */
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
