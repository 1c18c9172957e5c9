package org.serviceledger.api;

import org.serviceledger.words.Language;

/** Thrown to the sender of a command that was refused. Nothing was stored. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CommandRefused(Refusal refusal) {
        super(null, null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Returns the refusal in English, for logs. Users see the {@link #refusal} in their own language. */
    @Override
    public String getMessage() {
        return refusal.detail(Language.ENGLISH);
    }
}
