package org.serviceledger.query.log;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.NoAnswer.NotYetSealed;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.WitnessPolicy;
import org.springframework.stereotype.Component;

/** Reads the published checkpoint for pages and evidence bundles. */
@Component
public class CurrentCheckpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Checkpoints checkpoints;
    private final WitnessPolicy policy;

    CurrentCheckpoint(Checkpoints checkpoints, WitnessPolicy policy) {
        this.checkpoints = checkpoints;
        this.policy = policy;
    }

    /**
     * Returns the size of the published checkpoint, 0 if there is none. Every event before this position has a proof.
     */
    public long covered() {
        return checkpoints.published().map(CurrentCheckpoint::size).orElse(0L);
    }

    /**
     * Returns a published checkpoint that covers this position. Waits up to 5 seconds, because the log covers a new
     * event within moments.
     *
     * @throws CannotAnswer if no published checkpoint covers the position in time
     */
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

    /**
     * Returns the keys that verify this checkpoint: first those of the log, then those of the witnesses asked to
     * cosign. The log has two keys while one replaces the other; the key of its SM2 signature follows them.
     */
    public List<VerifierKey> keys(SignedNote checkpoint) {
        var signed = checkpoints.keys().tenures().reversed().stream()
                .map(LogKeys.Tenure::key)
                .filter(key -> key.signed(checkpoint))
                .sorted(Comparator.comparing(VerifierKey::type))
                .toList();
        return Stream.concat(
                        (signed.isEmpty() ? List.of(checkpoints.verifier()) : signed).stream(),
                        policy.witnesses().stream().map(KnownWitness::key))
                .toList();
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
