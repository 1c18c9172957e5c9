package org.serviceledger.app.imports;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.imports.CaseBatch.Origin;
import org.serviceledger.app.imports.ImportServer.Outcome;
import org.serviceledger.words.Language;

/** Sends batches concurrently, a few at a time: server and reader both stay busy, and memory stays bounded. */
final class Sending implements AutoCloseable {

    private static final int IN_FLIGHT = 4;

    private final ImportServer server;
    private final String importId;
    private final @Nullable String organization;
    private final BiConsumer<Origin, Outcome> answered;
    private final Language language = Language.current();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable ServerFailed> failure = new AtomicReference<>();

    /**
     * Prepares sending.
     *
     * @param answered receives the outcome of every case, on several threads
     */
    Sending(ImportServer server, String importId, @Nullable String organization, BiConsumer<Origin, Outcome> answered) {
        this.server = server;
        this.importId = importId;
        this.organization = organization;
        this.answered = answered;
    }

    /**
     * Sends the batch asynchronously. Blocks while as many batches are in flight as allowed. Throws if an earlier batch
     * failed.
     */
    void send(CaseBatch batch) throws ServerFailed {
        room.acquireUninterruptibly();
        mustNotHaveFailed();
        threads.execute(() -> language.speaking(() -> sent(batch)));
    }

    private boolean sent(CaseBatch batch) {
        try {
            var outcomes = server.send(importId, organization, batch);
            for (var i = 0; i < batch.size(); i++) {
                answered.accept(batch.origin(i), outcomes.get(i));
            }
            return true;
        } catch (ServerFailed e) {
            failure.compareAndSet(null, e);
            return false;
        } finally {
            room.release();
        }
    }

    /** Blocks until every batch is answered. Throws if one failed. */
    void finish() throws ServerFailed {
        room.acquireUninterruptibly(IN_FLIGHT);
        room.release(IN_FLIGHT);
        mustNotHaveFailed();
    }

    @Override
    public void close() {
        threads.close();
    }

    private void mustNotHaveFailed() throws ServerFailed {
        var failed = failure.get();
        if (failed != null) {
            room.release();
            throw failed;
        }
    }
}
