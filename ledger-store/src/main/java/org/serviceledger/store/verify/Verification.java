package org.serviceledger.store.verify;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.serviceledger.store.log.TreeHash;

/**
 * The result of verifying a ledger.
 *
 * @param size number of events when the verification began; later events were not checked
 * @param root root hash derived from the events; unreliable if there are findings, and that of the empty tree if it
 *     could not be computed
 * @param nodes number of upper-tile hashes compared
 * @param checkpoints number of checkpoints checked, including those from outside
 * @param receipts number of idempotency receipts checked
 * @param contentBytes bytes of payload, metadata and salts hashed, including the length of each payload
 * @param leafBytes bytes of leaves hashed
 * @param took elapsed time
 * @param hashing time spent deriving and hashing leaves, summed over all threads
 * @param findings at most {@value #MOST_FINDINGS}
 * @param further number of findings beyond these
 */
@RecordBuilder
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

    /** Maximum number of findings kept; further ones are only counted. */
    public static final int MOST_FINDINGS = 1000;

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
