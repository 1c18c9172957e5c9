package org.serviceledger.app.imports;

import org.jspecify.annotations.Nullable;

/** The server cannot be talked to, or does not take what it is sent; one line says why and what to do. */
final class ServerFailed extends Exception {

    ServerFailed(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
