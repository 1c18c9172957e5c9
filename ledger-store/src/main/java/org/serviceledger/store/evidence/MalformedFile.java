package org.serviceledger.store.evidence;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown if a file of a bundle is missing, damaged, too large or malformed. The message is a single line. */
final class MalformedFile extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message what;

    MalformedFile(Message what) {
        super(what.in(Language.ENGLISH));
        this.what = what;
    }

    MalformedFile(Message what, Throwable cause) {
        super(what.in(Language.ENGLISH), cause);
        this.what = what;
    }

    Message what() {
        return what;
    }
}
