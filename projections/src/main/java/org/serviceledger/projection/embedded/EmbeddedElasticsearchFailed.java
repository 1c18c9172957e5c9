package org.serviceledger.projection.embedded;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown if the embedded Elasticsearch cannot be started or stopped. The message is one line and says what to do. */
public final class EmbeddedElasticsearchFailed extends RuntimeException {

    private final transient Message why;

    EmbeddedElasticsearchFailed(Message why) {
        this(why, null);
    }

    EmbeddedElasticsearchFailed(Message why, @Nullable Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    static EmbeddedElasticsearchFailed unreadable(ServerFiles files, IOException cause) {
        return new EmbeddedElasticsearchFailed(
                Message.of("elasticsearch.unreadable", "directory", files.root(), "cause", cause.getMessage()), cause);
    }

    /** Returns the message, which {@link #getMessage()} gives in English. */
    public Message why() {
        return why;
    }
}
