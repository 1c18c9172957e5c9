package org.serviceledger.store.evidence;

/** A file that is no bundle at all, or one nobody can be expected to read; says in one line why. */
public final class UnreadableBundle extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableBundle(String message) {
        super(message);
    }

    UnreadableBundle(String message, Throwable cause) {
        super(message, cause);
    }
}
