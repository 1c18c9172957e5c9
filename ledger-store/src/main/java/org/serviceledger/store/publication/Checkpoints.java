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
 * Signs what the log is (检查点), and never anything that does not continue what was signed before. All processes of a ledger
 * publish the same checkpoints; each size is signed once.
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

    /** Signed with the key in force, which the ring must have, and shown at once. */
    public Checkpoints(DataSource dataSource, PublishedLog log, LogKeyRing ring) {
        this(dataSource, log, ring, WitnessPolicy.NONE);
    }

    /** Signed with the key in force, which the ring must have, and shown when the policy is satisfied. */
    public Checkpoints(DataSource dataSource, PublishedLog log, LogKeyRing ring, WitnessPolicy policy) {
        this.dataSource = dataSource;
        this.log = log;
        this.heads = new LedgerHeads(dataSource);
        this.history = new LogKeyHistory(dataSource);
        this.ring = ring;
        this.signers = new CheckpointSigners(history, ring);
        this.publications = new Publications(dataSource, policy);
    }

    /** Signed with one key for ever; the signer's name is the log's origin. */
    public Checkpoints(DataSource dataSource, PublishedLog log, NoteSigner signer) {
        this(dataSource, log, LogKeyRing.of(signer));
    }

    /** What others check today's signatures with. */
    public VerifierKey verifier() {
        return keys().current()
                .map(LogKeys.Tenure::key)
                .or(() -> ring.held().map(NoteSigner::verifier))
                .orElseThrow(() -> new LogKeyMissing(Message.of("LogKeyMissing.none")));
    }

    /** All keys the log has been signed with. */
    public LogKeys keys() {
        return history.read();
    }

    /** The last checkpoint that enough witnesses vouched for, with their cosignatures: the one to show to others. */
    public Optional<SignedNote> published() {
        return publications.last();
    }

    Publications publications() {
        return publications;
    }

    /** The last checkpoint that was signed, whether witnesses vouched for it or not; none before the first. */
    public Optional<SignedNote> latest() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(LATEST);
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(SignedNote.parse(row.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            throw new EventStoreException("could not read the checkpoints", e);
        }
    }

    /** When a checkpoint of ours was signed; nothing for one that is not. */
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
     * Signs the head of the ledger unless it has been signed already; throws {@link ForkedLog} if it is no continuation of
     * what was signed last, and {@link LogKeyMissing} without the key in force, and then signs nothing.
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

    /** That an event is in the log, to be checked without us; empty until a published checkpoint covers it. */
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

    /** Nothing is kept if another key has come in meanwhile: the next checkpoint will be signed with that. */
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
