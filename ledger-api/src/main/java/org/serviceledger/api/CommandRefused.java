package org.serviceledger.api;

/** Carries a {@link Refusal} to whoever asked. Nothing was stored. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CommandRefused(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
