package org.serviceledger.store.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.words.Message;

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
            throw new LogKeyMissing(Message.of("LogKeyMissing.renamed", "name", name, "origin", ring.origin()));
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
                .orElseThrow(() -> new LogKeyMissing(Message.of(
                        "LogKeyMissing.first",
                        "place",
                        ring.place(),
                        "isThere",
                        ring.held().isPresent())));
    }

    private LogKeyMissing missing(LogKeys.Tenure current) {
        return new LogKeyMissing(Message.of(
                "LogKeyMissing.current",
                "place",
                ring.place(),
                "held",
                ring.held().map(NoteSigner::verifier).orElse(null),
                "size",
                current.fromSize(),
                "key",
                current.key()));
    }

    private Optional<NoteSigner> stillSigning(LogKeys keys, LogKeys.Tenure current) {
        return keys.previous()
                .filter(before -> before.key().name().equals(current.key().name()))
                .filter(_ -> Instant.now().isBefore(current.since().plus(ring.overlap())))
                .flatMap(before -> ring.signer(before.key()));
    }
}
