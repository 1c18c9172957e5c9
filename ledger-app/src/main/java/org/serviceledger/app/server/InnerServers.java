package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.server.ServerState.Stage;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.embedded.LoopbackPort;
import org.serviceledger.words.Message;

/**
 * The embedded PostgreSQL and Elasticsearch. They start in parallel while the application initialises, and are
 * restarted when they fail. Each keeps its port across restarts, so that clients can reconnect.
 */
final class InnerServers implements AutoCloseable {

    private static final Duration FIRST_START = Duration.ofMinutes(1);

    private final Supplier<Database> database;
    private final Supplier<ElasticsearchClient> elasticsearch;
    private final @Nullable Supervisor<KeptServer.Postgres> postgresSupervisor;
    private final @Nullable Supervisor<KeptServer.Elasticsearch> elasticsearchSupervisor;

    private InnerServers(DataDirectory data, ServerOptions options) {
        var postgresUrl = options.postgresUrl();
        if (postgresUrl == null) {
            var kept = new Supervisor<>("PostgreSQL", postgres(data), Supervisor.Patience.MINUTES, Clock.systemUTC());
            postgresSupervisor = kept;
            database = () -> Database.of(started(kept).server());
        } else {
            var given = Secrets.ofTheEnvironment().database(postgresUrl);
            postgresSupervisor = null;
            database = () -> given;
        }
        var elasticsearchUrl = options.elasticsearchUrl();
        if (elasticsearchUrl == null) {
            var ours = EmbeddedElasticsearch.Options.of(data.elasticsearch())
                    .heapMegabytes(ElasticsearchHeap.megabytes())
                    .port(freePort());
            var access = ours.access();
            elasticsearch = () -> DocumentClient.of(access);
            elasticsearchSupervisor = new Supervisor<>(
                    "Elasticsearch",
                    () -> new KeptServer.Elasticsearch(EmbeddedElasticsearch.start(ours)),
                    Supervisor.Patience.MINUTES,
                    Clock.systemUTC());
        } else {
            elasticsearch = () -> StorageConfiguration.client(elasticsearchUrl);
            elasticsearchSupervisor = null;
        }
    }

    /** Starts the embedded servers, except those for which the options name external ones. Returns immediately. */
    static InnerServers start(DataDirectory data, ServerOptions options) {
        var servers = new InnerServers(data, options);
        if (servers.postgresSupervisor != null) {
            servers.postgresSupervisor.begin();
        }
        if (servers.elasticsearchSupervisor != null) {
            servers.elasticsearchSupervisor.begin();
        }
        return servers;
    }

    /** Starts PostgreSQL on a free port the first time, and on the same port afterwards. */
    private static Supplier<KeptServer.Postgres> postgres(DataDirectory data) {
        var port = new AtomicInteger();
        return () -> {
            var started = EmbeddedPostgres.start(data.postgres(), port.get());
            port.set(started.port());
            return new KeptServer.Postgres(started);
        };
    }

    /**
     * Returns the database. Blocks until PostgreSQL runs; throws if its first start fails, since nothing works without
     * it.
     */
    Database database() {
        return database.get();
    }

    /** Returns a client with its own connections, even before the server runs. */
    ElasticsearchClient elasticsearch() {
        return elasticsearch.get();
    }

    /** Blocks during Elasticsearch's first start. Throws if that failed or takes more than a minute. */
    void awaitElasticsearch() throws IOException {
        var supervisor = elasticsearchSupervisor;
        if (supervisor == null || supervisor.state().stage() != Stage.STARTING) {
            return;
        }
        try {
            supervisor.first().get(FIRST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException e) {
            throw new IOException(
                    "Elasticsearch has not started yet: " + supervisor.state().reason(), e);
        } catch (TimeoutException e) {
            throw new IOException("Elasticsearch is still starting", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Elasticsearch was starting", e);
        }
    }

    /** State of the embedded PostgreSQL; empty if an external one is used. */
    Optional<ServerState> postgresState() {
        return Optional.ofNullable(postgresSupervisor).map(Supervisor::state);
    }

    /** State of the embedded Elasticsearch; empty if an external one is used. */
    Optional<ServerState> elasticsearchState() {
        return Optional.ofNullable(elasticsearchSupervisor).map(Supervisor::state);
    }

    /** Releases threads that wait for a first start, because the server is shutting down. */
    void stopWaiting() {
        var stopped = new LedgerFailed(Message.of("console.serve.stopping"));
        Optional.ofNullable(postgresSupervisor)
                .ifPresent(supervisor -> supervisor.first().completeExceptionally(stopped));
        Optional.ofNullable(elasticsearchSupervisor)
                .ifPresent(supervisor -> supervisor.first().completeExceptionally(stopped));
    }

    /** Stops both servers in parallel, including one that is still starting. */
    @Override
    public void close() {
        var first = Thread.ofPlatform().name("elasticsearch-stop").start(() -> close(elasticsearchSupervisor));
        close(postgresSupervisor);
        try {
            first.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Supervisor<?> supervisor) {
        if (supervisor != null) {
            supervisor.close();
        }
    }

    private static <S extends KeptServer> S started(Supervisor<S> supervisor) {
        try {
            return supervisor.first().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerFailed(Message.of("console.serve.interrupted"), e);
        }
    }

    private static int freePort() {
        try {
            return LoopbackPort.free();
        } catch (IOException e) {
            throw new LedgerFailed(Message.of("console.serve.no-free-port", "reason", e.getMessage()), e);
        }
    }
}
