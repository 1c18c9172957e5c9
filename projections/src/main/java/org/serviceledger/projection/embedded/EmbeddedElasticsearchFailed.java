package org.serviceledger.projection.embedded;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if the embedded Elasticsearch cannot be started or stopped. The message is one line and says what to do. */
public final class EmbeddedElasticsearchFailed extends ExplainedException {

    EmbeddedElasticsearchFailed(Message why) {
        this(why, null);
    }

    EmbeddedElasticsearchFailed(Message why, @Nullable Throwable cause) {
        super(why, cause);
    }

    static EmbeddedElasticsearchFailed unreadable(ServerFiles files, IOException cause) {
        return new EmbeddedElasticsearchFailed(
                Message.of("elasticsearch.unreadable", "directory", files.root(), "cause", cause.getMessage()), cause);
    }
}
