package org.serviceledger.store.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking the ledger at some time.
 *
 * @param size how many events there were when it began
 * @param documents how many documents of read models were compared
 * @param further findings beyond these
 * @param failure why it could not be done to its end; null if it was
 */
public record PastVerification(
        Instant beganAt,
        Instant endedAt,
        long size,
        long documents,
        List<Line> findings,
        long further,
        @Nullable String failure) {

    /** A finding in both languages. */
    public record Line(String english, String chinese) {}

    public PastVerification {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return failure == null && findings.isEmpty();
    }

    /** How many findings there were. */
    public long count() {
        return findings.size() + further;
    }
}
