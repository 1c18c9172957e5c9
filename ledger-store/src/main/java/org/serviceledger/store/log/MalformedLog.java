package org.serviceledger.store.log;

/** Something that claims to be a note, a checkpoint, a proof or a tile's path and is not; says in one line why. */
public final class MalformedLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedLog(String message) {
        super(message);
    }

    public MalformedLog(String message, Throwable cause) {
        super(message, cause);
    }
}
