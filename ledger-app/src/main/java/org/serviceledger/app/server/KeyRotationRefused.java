package org.serviceledger.app.server;

/** Why the log's key stays as it is. */
final class KeyRotationRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyRotationRefused(String message) {
        super(message);
    }
}
