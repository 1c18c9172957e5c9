package org.serviceledger.app.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.serviceledger.store.verify.Finding;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.PastVerification;
import org.serviceledger.store.verify.PastVerification.Line;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.store.verify.UnreadableLedger;

/** Checks the ledger, and then the documents folded from it. */
final class WholeCheck {

    private final LedgerVerifier verifier;
    private final Supplier<Trust> trust;
    private final Clock clock;

    WholeCheck(LedgerVerifier verifier, Supplier<Trust> trust, Clock clock) {
        this.verifier = verifier;
        this.trust = trust;
        this.clock = clock;
    }

    /** What came of it, whatever that is. */
    PastVerification run(LedgerVerifier.Progress progress) {
        var began = clock.instant();
        try {
            var verification = verifier.verify(trust.get(), progress);
            var lines = new ArrayList<>(lines(verification.findings()));
            return new PastVerification(
                    began, clock.instant(), verification.size(), 0, lines, verification.further(), null);
        } catch (UnreadableLedger e) {
            return failed(began, e);
        }
    }

    private PastVerification failed(Instant began, RuntimeException e) {
        return new PastVerification(began, clock.instant(), 0, 0, List.of(), 0, String.valueOf(e.getMessage()));
    }

    private static List<Line> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Line(finding.line(), finding.chinese()))
                .toList();
    }
}
