package org.serviceledger.app.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.DocumentAudit;
import org.serviceledger.projection.engine.DocumentFlaw;
import org.serviceledger.projection.engine.DocumentFlaw.Differs;
import org.serviceledger.projection.engine.DocumentFlaw.Surplus;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.PastVerification;
import org.serviceledger.store.verify.PastVerification.Line;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.store.verify.Verification;

/** Verifies the ledger, then compares documents of the read models with their events. */
final class WholeCheck {

    private final LedgerVerifier verifier;
    private final Supplier<Trust> trust;
    private final DocumentAudit audit;
    private final DocumentRound round;
    private final long documents;
    private final Consumer<String> mending;
    private final Clock clock;

    /**
     * A verification of this ledger.
     *
     * @param round which documents to compare
     * @param documents minimum number of documents to compare; 0 for none
     * @param mending starts a rebuild of a read model that was changed by hand, without waiting for it
     */
    WholeCheck(
            LedgerVerifier verifier,
            Supplier<Trust> trust,
            DocumentAudit audit,
            DocumentRound round,
            long documents,
            Consumer<String> mending,
            Clock clock) {
        this.verifier = verifier;
        this.trust = trust;
        this.audit = audit;
        this.round = round;
        this.documents = documents;
        this.mending = mending;
        this.clock = clock;
    }

    /** Runs the verification. Failures do not throw; the result contains them. */
    PastVerification run(LedgerVerifier.Progress progress) {
        var began = clock.instant();
        Verification verification;
        try {
            verification = verifier.verify(trust.get(), progress);
        } catch (RuntimeException e) {
            return past(began, 0, 0, List.of(), 0, String.valueOf(e.getMessage()));
        }
        var lines = new ArrayList<Line>();
        verification.findings().forEach(finding -> lines.add(Line.of(finding::line)));
        try {
            var outcome = compared(verification.size());
            outcome.flaws().forEach(flaw -> lines.add(Line.of(flaw::line)));
            return past(began, verification.size(), outcome.compared(), lines, verification.further(), null);
        } catch (RuntimeException e) {
            var failure = "the documents could not be compared: " + e.getMessage();
            return past(began, verification.size(), 0, lines, verification.further(), failure);
        }
    }

    private DocumentAudit.Outcome compared(long size) {
        if (documents == 0) {
            return new DocumentAudit.Outcome(0, List.of());
        }
        var due = round.next();
        var outcome = audit.check(size, due, documents);
        round.done(due);
        outcome.flaws().stream()
                .filter(flaw -> flaw instanceof Differs || flaw instanceof Surplus)
                .map(DocumentFlaw::model)
                .distinct()
                .forEach(mending);
        return outcome;
    }

    private PastVerification past(
            Instant began, long size, long documents, List<Line> lines, long further, @Nullable String failure) {
        var kept = lines.subList(0, Math.min(lines.size(), Verification.MOST_FINDINGS));
        return new PastVerification(
                began, clock.instant(), size, documents, kept, further + lines.size() - kept.size(), failure);
    }
}
