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
 * Vouches that a log only ever grows (见证): for each checkpoint that continues the last one, and for no other. Whoever sees its
 * cosignature knows that nobody who trusts this witness was shown another history.
 */
public final class Witness {

    private final NoteSigner signer;
    private final InstantSource clock;
    private final Map<String, Watched> logs = new HashMap<>();

    /** One log, and what was vouched for last. */
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

        /** One at a time: between looking at what was vouched for last and keeping the next nobody else may look. */
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
     * Takes up where it left off.
     *
     * @param signer of cosignatures
     * @param trusted the keys of the logs it is to watch; their names are the logs' origins
     * @param memory a directory of its own
     */
    public Witness(NoteSigner signer, Collection<VerifierKey> trusted, Path memory, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
        var kept = new WitnessMemory(memory);
        trusted.stream()
                .collect(groupingBy(VerifierKey::name))
                .forEach((origin, keys) -> logs.put(origin, new Watched(origin, keys, kept)));
    }

    /** What others check the cosignatures with. */
    public VerifierKey verifier() {
        return signer.verifier();
    }

    /** Answers a request to vouch for a checkpoint; when it says that it does, that is on the disk. */
    public Answer add(byte[] request) {
        try {
            var asked = AddCheckpoint.parse(request);
            var log = logs.get(asked.origin());
            return log == null ? new UnknownLog(asked.origin()) : log.add(asked);
        } catch (MalformedLog e) {
            return new Malformed(e.why());
        }
    }

    /** What was vouched for last of the log whose origin has this hash (SHA-256 in hex), with its and our signatures. */
    public Optional<SignedNote> latest(String originHash) {
        return logs.values().stream()
                .filter(log -> WitnessMemory.hash(log.origin).equals(originHash))
                .findFirst()
                .flatMap(log -> log.last);
    }

    /** The logs it watches, each with what was vouched for last. */
    public Map<String, Optional<SignedNote>> standing() {
        var standing = new HashMap<String, Optional<SignedNote>>();
        logs.forEach((origin, log) -> standing.put(origin, log.last));
        return standing;
    }
}
