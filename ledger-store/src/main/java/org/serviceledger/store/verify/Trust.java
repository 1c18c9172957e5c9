package org.serviceledger.store.verify;

import java.util.List;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/**
 * Keys and checkpoints from outside the database that a ledger is verified against.
 *
 * @param keys trusted keys of the log. The key history in the database must lead to one of them. If empty, the verifier
 *     trusts the key history
 * @param outside checkpoints kept outside the database, which the ledger must be consistent with
 */
public record Trust(List<VerifierKey> keys, List<Kept> outside) {

    /**
     * A checkpoint and the place where it was kept.
     *
     * @param source a description of the place, for findings
     */
    public record Kept(String source, SignedNote note) {}

    public Trust {
        keys = List.copyOf(keys);
        outside = List.copyOf(outside);
    }

    public static Trust in(VerifierKey key) {
        return new Trust(List.of(key), List.of());
    }
}
