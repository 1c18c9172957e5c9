package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.verify.Finding.CheckpointUnsound;
import org.serviceledger.store.verify.Finding.RolledBack;
import org.serviceledger.store.verify.Trust.Kept;

/**
 * The checkpoints in the database and those kept outside, in order of size. Each stored checkpoint is verified when the
 * walk reaches it.
 */
final class SignedSizes {

    private static final String NEXT =
            "SELECT size, coalesce(note, '') FROM ledger_checkpoint WHERE size > ? AND size <= ? ORDER BY size LIMIT 512";
    private static final String LARGEST = "SELECT coalesce(max(size), -1) FROM ledger_checkpoint";
    private static final String OF_NO_LEDGER =
            "SELECT size FROM ledger_checkpoint WHERE size < 0 OR size IS NULL ORDER BY size LIMIT "
                    + Verification.MOST_FINDINGS;

    /**
     * A checkpoint that is not verified yet.
     *
     * @param size size according to the row
     */
    private record Claim(Source which, long size, String note) {}

    private final Connection connection;
    private final BelievedKeys keys;
    private final Findings findings;
    private final long largest;
    private final Queue<Claim> stored = new ArrayDeque<>();
    private final PriorityQueue<Signed> outside = new PriorityQueue<>(Comparator.comparingLong(Signed::size));
    private long read = -1;
    private long checked;

    /** Must be called before the head is read, so that the head is not smaller than the checkpoints. */
    SignedSizes(Connection connection, BelievedKeys keys, List<Kept> kept, Findings findings) throws SQLException {
        this.connection = connection;
        this.keys = keys;
        this.findings = findings;
        try (var query = connection.prepareStatement(LARGEST);
                var row = query.executeQuery()) {
            row.next();
            this.largest = row.getLong(1);
        }
        kept.forEach(this::keep);
        ofNoLedger();
    }

    private void ofNoLedger() throws SQLException {
        try (var query = connection.prepareStatement(OF_NO_LEDGER);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                @Nullable Long size = rows.getObject(1, Long.class);
                findings.add(new CheckpointUnsound.OfNoLedger(new Source.Checkpoint(size)));
            }
        }
    }

    private void keep(Kept kept) {
        var which = new Source.Kept(kept.source());
        try {
            var size = Checkpoint.parse(kept.note().text()).size();
            check(new Claim(which, size, kept.note().toString())).forEach(outside::add);
        } catch (MalformedLog e) {
            findings.add(new CheckpointUnsound.Malformed(which, e.why()));
        }
    }

    /** Returns the valid checkpoints up to this size that were not returned before, in order of size. */
    List<Signed> upTo(long size) throws SQLException {
        var told = new ArrayList<Signed>();
        while (fill() && stored.element().size() <= size) {
            told.addAll(check(stored.remove()));
        }
        while (!outside.isEmpty() && outside.element().size() <= size) {
            told.add(outside.remove());
        }
        told.sort(Comparator.comparingLong(Signed::size));
        return told;
    }

    /** Reports the remaining checkpoints, which state a larger size than the ledger has. */
    void beyond(long size) throws SQLException {
        for (var signed : upTo(Long.MAX_VALUE)) {
            findings.add(new RolledBack(signed.which(), signed.size(), size));
        }
    }

    long checked() {
        return checked;
    }

    private boolean fill() throws SQLException {
        if (stored.isEmpty() && read < largest) {
            try (var query = connection.prepareStatement(NEXT)) {
                query.setLong(1, read);
                query.setLong(2, largest);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        read = rows.getLong(1);
                        stored.add(new Claim(new Source.Checkpoint(read), read, rows.getString(2)));
                    }
                }
            }
        }
        return !stored.isEmpty();
    }

    private List<Signed> check(Claim claim) {
        checked++;
        try {
            var note = SignedNote.parse(claim.note());
            var checkpoint = Checkpoint.parse(note.text());
            if (checkpoint.size() != claim.size()) {
                return unsound(new CheckpointUnsound.OfOtherSize(claim.which(), checkpoint.size()));
            }
            var flaw = keys.flaw(note);
            if (flaw.isPresent()) {
                return unsound(new CheckpointUnsound.Unsigned(claim.which(), flaw.get()));
            }
            return List.of(new Signed(
                    claim.which(), checkpoint.size(), checkpoint.root().bytes()));
        } catch (MalformedLog e) {
            return unsound(new CheckpointUnsound.Malformed(claim.which(), e.why()));
        }
    }

    private List<Signed> unsound(CheckpointUnsound finding) {
        findings.add(finding);
        return List.of();
    }
}
