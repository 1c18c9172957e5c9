package org.serviceledger.store;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;

/**
 * Signs what the log is (检查点), and never anything that does not continue what was signed before. All processes of a ledger
 * publish the same checkpoints; each size is signed once.
 */
public final class Checkpoints {

    private static final String LATEST = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    private static final String KEEP =
            "INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final DataSource dataSource;
    private final PublishedLog log;
    private final LedgerHeads heads;
    private final NoteSigner signer;

    /** The signer's name is the log's origin. */
    public Checkpoints(DataSource dataSource, PublishedLog log, NoteSigner signer) {
        this.dataSource = dataSource;
        this.log = log;
        this.heads = new LedgerHeads(dataSource);
        this.signer = signer;
    }

    /** What others check the signatures with. */
    public VerifierKey verifier() {
        return signer.verifier();
    }

    /** The last checkpoint that was signed; none before the first. */
    public Optional<SignedNote> latest() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(LATEST);
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(SignedNote.parse(row.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            throw new EventStoreException("could not read the checkpoints", e);
        }
    }

    /**
     * Signs the head of the ledger unless it has been signed already; throws {@link ForkedLog} if it is no continuation of
     * what was signed last, and then signs nothing.
     */
    public void publish() {
        var head = heads.current();
        var root = new TreeHash(head.rootHash());
        var last = latest().map(note -> Checkpoint.parse(note.text()));
        if (last.isPresent()
                && last.get().size() == head.size()
                && last.get().root().equals(root)) {
            return;
        }
        var next = new Checkpoint(signer.verifier().name(), head.size(), root);
        mustContinue(last.orElse(null), next);
        keep(next.size(), signer.sign(next.text()));
    }

    /** That an event is in the log, to be checked without us; empty until a checkpoint covers it. */
    public Optional<ProofFile> proof(long position) {
        return latest().flatMap(note -> {
            long size = Checkpoint.parse(note.text()).size();
            return position >= 0 && position < size
                    ? Optional.of(new ProofFile(log.inclusion(position, size), note))
                    : Optional.empty();
        });
    }

    private void mustContinue(@Nullable Checkpoint last, Checkpoint next) {
        if (last == null || last.size() == 0) {
            if (!log.root(next.size()).equals(next.root())) {
                throw new ForkedLog("the head of the ledger is not the root over its %d leaves".formatted(next.size()));
            }
        } else if (last.size() > next.size()) {
            throw new ForkedLog("the ledger has %d events, and a checkpoint of %d was signed: events were taken away"
                    .formatted(next.size(), last.size()));
        } else {
            log.consistency(last.size(), next.size())
                    .flaw(last.root(), next.root())
                    .ifPresent(flaw -> {
                        throw new ForkedLog(
                                "the ledger of %d events does not continue the one of %d that was signed: %s"
                                        .formatted(next.size(), last.size(), flaw));
                    });
        }
    }

    private void keep(long size, SignedNote note) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(KEEP)) {
            insert.setLong(1, size);
            insert.setString(2, note.toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new EventStoreException("could not keep the checkpoint of %d events".formatted(size), e);
        }
    }
}
