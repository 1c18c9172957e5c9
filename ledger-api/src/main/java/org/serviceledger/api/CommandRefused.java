package org.serviceledger.api;

import org.serviceledger.words.Language;

/** Carries a {@link Refusal} to whoever asked. Nothing was stored. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CommandRefused(Refusal refusal) {
        super(null, null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** In English, for logs; people are told the {@link #refusal} in their language. */
    @Override
    public String getMessage() {
        return refusal.detail(Language.ENGLISH);
    }
}
