package org.serviceledger.query.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.NoAnswer.NotYetSealed;
import org.serviceledger.store.Checkpoints;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.springframework.stereotype.Component;

/** The checkpoint in force, as pages and bundles need it. */
@Component
public class CurrentCheckpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Checkpoints checkpoints;

    CurrentCheckpoint(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Events before this position have a proof. */
    public long covered() {
        return checkpoints.published().map(CurrentCheckpoint::size).orElse(0L);
    }

    /** One that covers this position: what was just recorded is covered in a moment, and is waited for. */
    public SignedNote covering(long position) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<SignedNote> published = checkpoints.published();
        while (published.map(CurrentCheckpoint::size).orElse(0L) <= position) {
            if (System.nanoTime() - until > 0) {
                throw new CannotAnswer(new NotYetSealed(position));
            }
            glance();
            published = checkpoints.published();
        }
        return published.orElseThrow();
    }

    /** The keys to check it with: two while one takes over from the other. */
    public List<VerifierKey> keys(SignedNote checkpoint) {
        var signed = checkpoints.keys().tenures().stream()
                .map(LogKeys.Tenure::key)
                .filter(key -> key.signed(checkpoint))
                .toList();
        return signed.isEmpty() ? List.of(checkpoints.verifier()) : signed.reversed();
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private static void glance() {
        try {
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a checkpoint", e);
        }
    }
}
