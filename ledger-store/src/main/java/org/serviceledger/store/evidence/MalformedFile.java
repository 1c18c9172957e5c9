package org.serviceledger.store.evidence;

/** A file of a bundle that cannot be read as what it should be; says in one line why. */
final class MalformedFile extends Exception {

    private static final long serialVersionUID = 1;

    MalformedFile(String message) {
        super(message);
    }

    MalformedFile(String message, Throwable cause) {
        super(message, cause);
    }
}
