package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.store.publication.LogKeyHistory;
import org.serviceledger.store.verify.Finding.BeyondHead;
import org.serviceledger.store.verify.Finding.KeysUnsound;
import org.serviceledger.words.Message;

/**
 * Verifies a whole ledger. The verifier reads every row, hashes its content, derives its leaf and rebuilds the Merkle
 * tree. It compares the result with the stored leaf hashes, the upper tiles, the head, every checkpoint, every
 * cosignature and every idempotency receipt. It trusts no stored hash that it has not derived itself.
 *
 * <p>The verifier only reads. Other processes may append events while it runs.
 */
public final class LedgerVerifier {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Maximum number of rows after the head that are checked. */
    private static final long MOST_BEYOND = 1000;

    /** Default number of streams whose last event is kept in memory, about 60 MB. */
    private static final int REMEMBERED = 200_000;

    private final DataSource dataSource;
    private final String tenant;
    private final int remembered;

    /** Receives the progress of a verification. */
    @FunctionalInterface
    public interface Progress {
        void at(long events, long of);
    }

    /**
     * Creates a verifier for one ledger.
     *
     * @param dataSource provides a few connections, which may be read-only
     * @param tenant the tenant that the engine was configured with when it wrote the ledger; leaves contain it
     */
    public LedgerVerifier(DataSource dataSource, String tenant) {
        this(dataSource, tenant, REMEMBERED);
    }

    private LedgerVerifier(DataSource dataSource, String tenant, int remembered) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.remembered = remembered;
    }

    /**
     * Returns a verifier that keeps the last event of so many streams in memory. It queries the database for those of
     * other streams.
     */
    public LedgerVerifier remembering(int streams) {
        return new LedgerVerifier(dataSource, tenant, streams);
    }

    /**
     * Verifies all events up to the current end of the ledger. Throws {@link UnreadableLedger} if the database cannot
     * be read or the thread is interrupted.
     *
     * @param trust keys and checkpoints from outside the database
     * @param progress called on the calling thread, at first with 0 events
     */
    public Verification verify(Trust trust, Progress progress) {
        try (var connection = dataSource.getConnection();
                var threads = Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().daemon().name("verify-", 0).factory())) {
            return new Run(connection, threads, trust, progress).verify();
        } catch (SQLException e) {
            throw new UnreadableLedger(e);
        } catch (EventStoreException e) {
            throw new UnreadableLedger(Message.of("UnreadableLedger.failed", "reason", e.getMessage()), e);
        }
    }

    /** The state of one verification. */
    private final class Run {

        private final long began = System.nanoTime();
        private final Connection connection;
        private final ExecutorService threads;
        private final Progress progress;
        private final Findings findings = new Findings();
        private final SignedSizes signed;
        private final HeadRow head;
        private final StreamOrder order;
        private final TreeWalk tree;
        private final Rows rows;
        private final RecordingTimes times = new RecordingTimes();
        private long contentBytes;
        private long leafBytes;
        private long hashingNanos;

        Run(Connection connection, ExecutorService threads, Trust trust, Progress progress) throws SQLException {
            this.connection = connection;
            this.threads = threads;
            this.progress = progress;
            var keys = new BelievedKeys(
                    new LogKeyHistory(dataSource).read(row -> findings.add(new KeysUnsound.Malformed(row.why()))),
                    trust.keys(),
                    findings);
            this.signed = new SignedSizes(connection, keys, trust.outside(), findings);
            this.head = HeadRow.read(connection);
            this.order = new StreamOrder(connection, remembered);
            this.tree = new TreeWalk(connection, signed, head, findings);
            this.rows = new Rows(order, tree, new LeafWriter(tenant));
        }

        Verification verify() throws SQLException {
            progress.at(0, head.size());
            long end = head.lastPosition() < head.size() ? head.lastPosition() + 1 : head.size();
            passAll(end);
            if (end < head.size()) {
                rows.endBefore(head.size());
            }
            tree.finish();
            beyondTheHead();
            UnplacedRows.check(connection, findings);
            Cosignatures.check(connection, findings);
            var ofRows = rows.findings();
            var receipts = Receipts.check(connection, rows::isSuspect, findings);
            var all = new Findings();
            ofRows.forEach(all::add);
            times.findings(rows::isSuspect).forEach(all::add);
            findings.kept().forEach(all::add);
            return VerificationBuilder.builder()
                    .size(head.size())
                    .root(tree.root())
                    .nodes(tree.nodes())
                    .checkpoints(signed.checked())
                    .receipts(receipts)
                    .contentBytes(contentBytes)
                    .leafBytes(leafBytes)
                    .took(Duration.ofNanos(System.nanoTime() - began))
                    .hashing(Duration.ofNanos(hashingNanos))
                    .findings(all.kept())
                    .further(all.further() + findings.further())
                    .build();
        }

        /** Keeps a bounded number of stretches in each step, so that memory stays bounded. */
        private void passAll(long end) throws SQLException {
            Queue<Future<Stretch>> reading = new ArrayDeque<>();
            Queue<Future<Stretch>> deriving = new ArrayDeque<>();
            long next = 0;
            while (next < end || !reading.isEmpty() || !deriving.isEmpty()) {
                while (next < end && reading.size() < THREADS) {
                    long from = next;
                    long to = Math.min(end, from + Stretch.POSITIONS);
                    reading.add(threads.submit(() -> Stretch.read(dataSource, from, to)));
                    next = to;
                }
                if (!reading.isEmpty()) {
                    var stretch = done(reading.remove());
                    order.place(stretch);
                    times.follow(stretch);
                    deriving.add(threads.submit(() -> stretch.derive(tenant)));
                }
                if (deriving.size() >= THREADS || (reading.isEmpty() && !deriving.isEmpty())) {
                    passed(done(deriving.remove()));
                }
            }
        }

        private void passed(Stretch stretch) throws SQLException {
            rows.passed(stretch);
            contentBytes += stretch.contentBytes();
            leafBytes += stretch.leafBytes();
            hashingNanos += stretch.hashingNanos();
            progress.at(stretch.to(), head.size());
        }

        private void beyondTheHead() throws SQLException {
            if (head.lastPosition() >= head.size()) {
                findings.add(new BeyondHead(head.size(), head.lastPosition()));
                var stretch = Stretch.read(
                        dataSource, head.size(), Math.min(head.lastPosition(), head.size() + MOST_BEYOND) + 1);
                order.place(stretch);
                rows.beyond(stretch.derive(tenant));
            }
        }

        private static Stretch done(Future<Stretch> step) throws SQLException {
            try {
                return step.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw new UnreadableLedger(Message.of("UnreadableLedger.failed", "reason", e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreadableLedger(Message.of("UnreadableLedger.interrupted"), e);
            }
        }
    }
}
