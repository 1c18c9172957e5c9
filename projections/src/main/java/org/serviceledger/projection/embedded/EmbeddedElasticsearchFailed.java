package org.serviceledger.projection.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded Elasticsearch could not be started or stopped; the message is one line and says what to do. */
public final class EmbeddedElasticsearchFailed extends RuntimeException {

    EmbeddedElasticsearchFailed(String message) {
        this(message, null);
    }

    EmbeddedElasticsearchFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
