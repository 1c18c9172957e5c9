package org.serviceledger.app.imports;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/** The server is unreachable or rejects a request. The message is one line with the reason and the remedy. */
final class ServerFailed extends Exception {

    private final transient Message reason;

    ServerFailed(Message reason, @Nullable Throwable cause) {
        super(cause);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason.said();
    }
}
