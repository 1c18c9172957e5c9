package org.serviceledger.store.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;

/** Finds the keys that sign the next checkpoint, and requires the key in force. */
final class CheckpointSigners {

    private final LogKeyHistory history;
    private final LogKeyRing ring;

    CheckpointSigners(LogKeyHistory history, LogKeyRing ring) {
        this.history = history;
        this.ring = ring;
    }

    /**
     * Returns the key in force, during the overlap also the key before it, and the key of another kind if one is
     * configured. Throws {@link LogKeyMissing} if the key in force is not available.
     */
    List<NoteSigner> after(Optional<SignedNote> lastCheckpoint) {
        var keys = history.read();
        if (keys.tenures().isEmpty()) {
            history.begin(first(lastCheckpoint).verifier());
            keys = history.read();
        }
        var current = keys.current().orElseThrow();
        var name = current.key().name();
        if (!name.equals(ring.origin())) {
            throw new LogKeyMissing("the log is called %s in all it has signed, and is now to be called %s: set"
                            .formatted(name, ring.origin())
                    + " ledger.log.origin back, or change it on record with ./ledger rotate-key");
        }
        var signer = ring.signer(current.key()).orElseThrow(() -> missing(current));
        return Stream.of(Optional.of(signer), stillSigning(keys, current), beside(keys, signer))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the key of another kind. If it is new, the key in force signs its entry in the history. */
    private Optional<NoteSigner> beside(LogKeys keys, NoteSigner inForce) {
        var beside = ring.beside();
        beside.filter(signer ->
                        keys.tenures().stream().noneMatch(tenure -> tenure.key().equals(signer.verifier())))
                .ifPresent(signer -> history.rotate(inForce, signer));
        return beside;
    }

    private NoteSigner first(Optional<SignedNote> lastCheckpoint) {
        if (lastCheckpoint.isEmpty()) {
            return ring.made();
        }
        return ring.held()
                .filter(held -> held.verifier().signed(lastCheckpoint.get()))
                .orElseThrow(() -> new LogKeyMissing(
                        "%s %s the key the log has been signed with so far: put it there from your backup"
                                .formatted(ring.place(), ring.held().isPresent() ? "does not hold" : "is missing:")));
    }

    private LogKeyMissing missing(LogKeys.Tenure current) {
        return new LogKeyMissing(
                "%s the key the log is signed with since size %d, %s: put it there from your backup; if it is lost for"
                                .formatted(
                                        ring.held()
                                                .map(held ->
                                                        "%s holds %s and not".formatted(ring.place(), held.verifier()))
                                                .orElse(ring.place() + " is missing:"),
                                        current.fromSize(),
                                        current.key())
                        + " good, bring in another on record with ./ledger rotate-key --lost");
    }

    private Optional<NoteSigner> stillSigning(LogKeys keys, LogKeys.Tenure current) {
        return keys.previous()
                .filter(before -> before.key().name().equals(current.key().name()))
                .filter(_ -> Instant.now().isBefore(current.since().plus(ring.overlap())))
                .flatMap(before -> ring.signer(before.key()));
    }
}
