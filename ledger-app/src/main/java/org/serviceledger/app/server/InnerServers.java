package org.serviceledger.app.server;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** The PostgreSQL and the Elasticsearch beneath the application, started at once while it prepares itself. */
final class InnerServers implements AutoCloseable {

    private final Start<Database> database;
    private final Start<URI> elasticsearch;

    private InnerServers(Start<Database> database, Start<URI> elasticsearch) {
        this.database = database;
        this.elasticsearch = elasticsearch;
    }

    /** Begins to start those that are not given; returns at once. */
    static InnerServers start(DataDirectory data, ServerOptions options) {
        var postgresUrl = options.postgresUrl();
        var elasticsearchUrl = options.elasticsearchUrl();
        return new InnerServers(
                postgresUrl == null
                        ? Start.of("postgres-start", () -> EmbeddedPostgres.start(data.postgres()), Database::of)
                        : Start.done(Secrets.ofTheEnvironment().database(postgresUrl)),
                elasticsearchUrl == null
                        ? Start.of(
                                "elasticsearch-start",
                                () -> EmbeddedElasticsearch.start(
                                        EmbeddedElasticsearch.Options.of(data.elasticsearch())),
                                EmbeddedElasticsearch::uri)
                        : Start.done(elasticsearchUrl));
    }

    /** Waits until it is there. */
    Database database() {
        return database.await();
    }

    /** Waits until it is there. */
    URI elasticsearch() {
        return elasticsearch.await();
    }

    /** Stops what was started, or is about to be, both at once. */
    @Override
    public void close() {
        var first = Thread.ofPlatform().name("elasticsearch-stop").start(elasticsearch::close);
        database.close();
        try {
            first.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server on its way up. */
    private static final class Start<T> implements AutoCloseable {

        private final Thread thread;
        private final FutureTask<Running<T>> task;

        private Start(Thread thread, FutureTask<Running<T>> task) {
            this.thread = thread;
            this.task = task;
        }

        private record Running<T>(T answer, AutoCloseable server) {}

        static <S extends AutoCloseable, T> Start<T> of(String name, Callable<S> server, Function<S, T> answer) {
            var task = new FutureTask<>(() -> {
                var running = server.call();
                return new Running<>(answer.apply(running), running);
            });
            return new Start<>(Thread.ofPlatform().name(name).start(task), task);
        }

        static <T> Start<T> done(T answer) {
            var task = new FutureTask<>(() -> new Running<>(answer, () -> {}));
            task.run();
            return new Start<>(Thread.currentThread(), task);
        }

        T await() {
            return running().answer();
        }

        private Running<T> running() {
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new LedgerFailed(String.valueOf(e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LedgerFailed("interrupted while the servers were starting", e);
            }
        }

        @Override
        public void close() {
            if (!task.isDone()) {
                thread.interrupt(); // a start that is interrupted takes its server down
            }
            try {
                task.get().server().close();
            } catch (ExecutionException | CancellationException _) {
                // never came up, and whoever awaited it has been told
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new LedgerFailed("a server did not stop: " + e.getMessage(), e);
            }
        }
    }
}
