package org.serviceledger.store;

import org.axonframework.common.AxonNonTransientException;

/**
 * Thrown if the request was carried out before. Nothing was stored this time. The receipt says what the first request
 * did.
 */
public final class IdempotencyKeyUsed extends AxonNonTransientException {

    private static final long serialVersionUID = 1;

    private final transient IdempotencyReceipt receipt;

    IdempotencyKeyUsed(IdempotencyReceipt receipt) {
        super("the idempotency key %s was used for the events %d to %d"
                .formatted(
                        receipt.key(),
                        receipt.positions().first(),
                        receipt.positions().last()));
        this.receipt = receipt;
    }

    public IdempotencyReceipt receipt() {
        return receipt;
    }
}
