package org.serviceledger.projection.engine;

/** Elasticsearch cannot take a request now, and may take it later. */
final class Overloaded extends RuntimeException {

    Overloaded(String message, Throwable cause) {
        super(message, cause);
    }

    Overloaded(String message) {
        super(message);
    }
}
