package org.serviceledger.app.imports;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/** The server cannot be talked to, or does not take what it is sent; one line says why and what to do. */
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
