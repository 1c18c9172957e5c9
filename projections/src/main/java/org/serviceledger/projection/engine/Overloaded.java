package org.serviceledger.projection.engine;

/** Thrown if Elasticsearch cannot process a request now but may do so later. */
final class Overloaded extends RuntimeException {

    Overloaded(String message, Throwable cause) {
        super(message, cause);
    }

    Overloaded(String message) {
        super(message);
    }
}
