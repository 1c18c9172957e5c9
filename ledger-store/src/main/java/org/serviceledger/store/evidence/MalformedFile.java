package org.serviceledger.store.evidence;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** A file of a bundle that cannot be read as what it should be; says in one line why. */
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
