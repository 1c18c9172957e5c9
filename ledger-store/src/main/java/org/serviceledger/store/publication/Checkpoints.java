package org.serviceledger.store.publication;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Message;

/**
 * Signs the head of the log as checkpoints (检查点), and never a head that does not continue what was signed before. All
 * processes of a ledger publish the same checkpoints. Each size is signed once.
 */
public final class Checkpoints {

    private static final String LATEST = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    private static final String SIGNED_AT = "SELECT signed_at FROM ledger_checkpoint WHERE size = ?";
    private static final String KEEP =
            "INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final DataSource dataSource;
    private final PublishedLog log;
    private final LedgerHeads heads;
    private final LogKeyHistory history;
    private final LogKeyRing ring;
    private final CheckpointSigners signers;
    private final Publications publications;

    /** Signs with the key in force, which the ring must hold. Checkpoints are published at once. */
    public Checkpoints(DataSource dataSource, PublishedLog log, LogKeyRing ring) {
        this(dataSource, log, ring, WitnessPolicy.NONE);
    }

    /**
     * Signs with the key in force, which the ring must hold. A checkpoint is published when the policy is satisfied.
     */
    public Checkpoints(DataSource dataSource, PublishedLog log, LogKeyRing ring, WitnessPolicy policy) {
        this.dataSource = dataSource;
        this.log = log;
        this.heads = new LedgerHeads(dataSource);
        this.history = new LogKeyHistory(dataSource);
        this.ring = ring;
        this.signers = new CheckpointSigners(history, ring);
        this.publications = new Publications(dataSource, policy);
    }

    /** Signs with one key for ever. The signer's name is the log's origin. */
    public Checkpoints(DataSource dataSource, PublishedLog log, NoteSigner signer) {
        this(dataSource, log, LogKeyRing.of(signer));
    }

    /** Returns the key that verifies today's signatures. Throws {@link LogKeyMissing} if the log has no key yet. */
    public VerifierKey verifier() {
        return keys().current()
                .map(LogKeys.Tenure::key)
                .or(() -> ring.held().map(NoteSigner::verifier))
                .orElseThrow(() -> new LogKeyMissing(Message.of("LogKeyMissing.none")));
    }

    /** Returns all keys the log has been signed with. */
    public LogKeys keys() {
        return history.read();
    }

    /**
     * The last checkpoint that enough witnesses have cosigned, with their cosignatures; empty before the first. Only
     * this checkpoint is shown to others.
     */
    public Optional<SignedNote> published() {
        return publications.last();
    }

    Publications publications() {
        return publications;
    }

    /** The last checkpoint that was signed, whether witnesses have cosigned it or not; empty before the first. */
    public Optional<SignedNote> latest() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(LATEST);
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(SignedNote.parse(row.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            throw new EventStoreException("could not read the checkpoints", e);
        }
    }

    /** When the checkpoint of the note's size was signed; empty if this ledger has signed none of that size. */
    public Optional<Instant> signedAt(SignedNote note) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(SIGNED_AT)) {
            query.setLong(1, Checkpoint.parse(note.text()).size());
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read the checkpoints", e);
        }
    }

    /**
     * Signs the head of the ledger unless it has been signed already. Throws {@link ForkedLog} if the head does not
     * continue the last signed checkpoint, and {@link LogKeyMissing} if the key in force is missing. Nothing is signed
     * then.
     */
    public void publish() {
        var head = heads.current();
        var root = new TreeHash(head.rootHash());
        var lastNote = latest();
        var last = lastNote.map(note -> Checkpoint.parse(note.text()));
        var signing = signers.after(lastNote);
        if (last.isPresent()
                && last.get().size() == head.size()
                && last.get().root().equals(root)) {
            return;
        }
        var next = new Checkpoint(signing.getFirst().verifier().name(), head.size(), root);
        mustContinue(last.orElse(null), next);
        keep(next, signing);
    }

    /**
     * Returns a proof that an event is in the log, which can be checked without this server. Empty until a published
     * checkpoint covers the event.
     */
    public Optional<ProofFile> proof(long position) {
        return published().flatMap(note -> {
            long size = Checkpoint.parse(note.text()).size();
            return position >= 0 && position < size
                    ? Optional.of(new ProofFile(log.inclusion(position, size), note))
                    : Optional.empty();
        });
    }

    private void mustContinue(@Nullable Checkpoint last, Checkpoint next) {
        if (last == null || last.size() == 0) {
            if (!log.root(next.size()).equals(next.root())) {
                throw new ForkedLog(Message.of("ForkedLog.root", "leaves", next.size()));
            }
        } else if (last.size() > next.size()) {
            throw new ForkedLog(Message.of("ForkedLog.shorter", "events", next.size(), "signed", last.size()));
        } else {
            log.consistency(last.size(), next.size())
                    .flaw(last.root(), next.root())
                    .ifPresent(flaw -> {
                        throw new ForkedLog(Message.of(
                                "ForkedLog.other", "events", next.size(), "signed", last.size(), "flaw", flaw));
                    });
        }
    }

    /**
     * Stores the checkpoint, unless another key has come into force meanwhile. The next checkpoint is signed with that
     * key.
     */
    private void keep(Checkpoint checkpoint, List<NoteSigner> signing) {
        var now = Instant.now();
        var signatures = signing.stream()
                .map(signer -> signer.signature(checkpoint.text(), now))
                .toList();
        var note = new SignedNote(checkpoint.text(), signatures);
        history.unchanged((connection, keys) -> {
            if (keys.flaw(note).isEmpty()) {
                try (var insert = connection.prepareStatement(KEEP)) {
                    insert.setLong(1, checkpoint.size());
                    insert.setString(2, note.toString());
                    insert.executeUpdate();
                }
            }
            return null;
        });
    }
}
