package org.serviceledger.store.witness;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.Answer.Cosigned;
import org.serviceledger.store.witness.Answer.Forked;
import org.serviceledger.store.witness.Answer.Malformed;
import org.serviceledger.store.witness.Answer.UnknownLog;

/**
 * A witness (见证), which attests that a log is append-only. It cosigns a checkpoint only if that is consistent with the
 * checkpoint it cosigned last. A reader who sees its cosignature knows that every reader who trusts this witness is
 * shown the same history. Thread-safe.
 */
public final class Witness {

    private final NoteSigner signer;
    private final InstantSource clock;
    private final Map<String, Watched> logs = new HashMap<>();

    /** One log and the checkpoint cosigned last. */
    private final class Watched {

        private final ReentrantLock lock = new ReentrantLock();
        private final String origin;
        private final List<VerifierKey> keys;
        private final WitnessMemory memory;
        private volatile Optional<SignedNote> last;

        Watched(String origin, List<VerifierKey> keys, WitnessMemory memory) {
            this.origin = origin;
            this.keys = keys;
            this.memory = memory;
            this.last = memory.kept(origin);
        }

        /**
         * Holds the lock from reading the last checkpoint until the next one is stored, so that no other request can
         * interleave.
         */
        Answer add(AddCheckpoint asked) {
            lock.lock();
            try {
                var refusal = WitnessRules.refusal(asked, keys, last);
                if (refusal.isPresent()) {
                    if (refusal.get() instanceof Forked fork) {
                        memory.keepEvidence(origin, fork);
                    }
                    return refusal.get();
                }
                var note = asked.checkpoint().signedBy(keys);
                var signature = signer.signature(note.text(), clock.instant());
                var cosigned = note.with(List.of(signature));
                memory.keep(origin, cosigned);
                last = Optional.of(cosigned);
                return new Cosigned(signature);
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Creates a witness, which resumes from the checkpoints in its directory. Throws {@link IllegalStateException} if a
     * stored checkpoint is damaged.
     *
     * @param signer signs the cosignatures
     * @param trusted keys of the logs to witness; the name of a key is the log's origin
     * @param memory directory for the last checkpoints, which no other process may write to
     */
    public Witness(NoteSigner signer, Collection<VerifierKey> trusted, Path memory, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
        var kept = new WitnessMemory(memory);
        trusted.stream()
                .collect(groupingBy(VerifierKey::name))
                .forEach((origin, keys) -> logs.put(origin, new Watched(origin, keys, kept)));
    }

    /** Returns the verifier key for this witness's cosignatures. */
    public VerifierKey verifier() {
        return signer.verifier();
    }

    /**
     * Answers an {@code add-checkpoint} request. When the answer is {@link Cosigned}, the checkpoint is already on
     * disk.
     */
    public Answer add(byte[] request) {
        try {
            var asked = AddCheckpoint.parse(request);
            var log = logs.get(asked.origin());
            return log == null ? new UnknownLog(asked.origin()) : log.add(asked);
        } catch (MalformedLog e) {
            return new Malformed(e.why());
        }
    }

    /**
     * Returns the checkpoint cosigned last, with the signatures of the log and of this witness. Empty if the log is
     * unknown or has no cosigned checkpoint.
     *
     * @param originHash SHA-256 of the log's origin, in hexadecimal
     */
    public Optional<SignedNote> latest(String originHash) {
        return logs.values().stream()
                .filter(log -> WitnessMemory.hash(log.origin).equals(originHash))
                .findFirst()
                .flatMap(log -> log.last);
    }

    /** Returns the checkpoint cosigned last of each known log, by origin. */
    public Map<String, Optional<SignedNote>> standing() {
        var standing = new HashMap<String, Optional<SignedNote>>();
        logs.forEach((origin, log) -> standing.put(origin, log.last));
        return standing;
    }
}
