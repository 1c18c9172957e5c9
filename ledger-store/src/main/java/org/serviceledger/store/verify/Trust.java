package org.serviceledger.store.verify;

import java.util.List;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/**
 * What a ledger is checked against besides itself.
 *
 * @param keys of the log, known from elsewhere than its database; the keys that are kept there must lead to one of them. Without
 *     any, the keys kept there are believed
 * @param outside checkpoints that somebody else kept: the ledger must continue them
 */
public record Trust(List<VerifierKey> keys, List<Kept> outside) {

    /** A checkpoint, and where it was kept. */
    public record Kept(String source, SignedNote note) {}

    public Trust {
        keys = List.copyOf(keys);
        outside = List.copyOf(outside);
    }

    public static Trust in(VerifierKey key) {
        return new Trust(List.of(key), List.of());
    }
}
