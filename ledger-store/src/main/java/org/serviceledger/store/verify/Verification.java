package org.serviceledger.store.verify;

import java.time.Duration;
import java.util.List;
import org.serviceledger.store.log.TreeHash;

/**
 * What came of checking a ledger.
 *
 * @param size how many events it had when the check began; later ones were not looked at
 * @param root as the events give it; of a ledger with findings, as far as it could be told
 * @param checkpoints how many were checked, those from outside included
 * @param contentBytes of payload, metadata and salts that were hashed
 * @param leafBytes of leaves that were hashed
 * @param hashing how long hashing and deriving took, on all threads together
 * @param findings at most {@value #MOST_FINDINGS}
 * @param further findings beyond these
 */
public record Verification(
        long size,
        TreeHash root,
        long nodes,
        long checkpoints,
        long receipts,
        long contentBytes,
        long leafBytes,
        Duration took,
        Duration hashing,
        List<Finding> findings,
        long further) {

    /** More are counted, but not kept. */
    public static final int MOST_FINDINGS = 1000;

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
