package org.serviceledger.store.witness;

import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if a witness cannot read its memory of a log. A witness never discards its memory by itself. */
public final class DamagedMemory extends ExplainedException {

    private static final long serialVersionUID = 1;

    DamagedMemory(Message why, Throwable cause) {
        super(why, cause);
    }
}
