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
 * The PostgreSQL and the Elasticsearch beneath the application, started at once while it prepares itself, and kept running. Each
 * keeps its port, so that whoever reached it does so again.
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

    /** Begins to start those that are not given; returns at once. */
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

    /** On a port of its own choice the first time, and on that one ever after. */
    private static Supplier<KeptServer.Postgres> postgres(DataDirectory data) {
        var port = new AtomicInteger();
        return () -> {
            var started = EmbeddedPostgres.start(data.postgres(), port.get());
            port.set(started.port());
            return new KeptServer.Postgres(started);
        };
    }

    /** Waits until it is there; throws what its first start failed of, since nothing can be done without it. */
    Database database() {
        return database.get();
    }

    /** A client with connections of its own; it can be had whether or not there is a server to ask yet. */
    ElasticsearchClient elasticsearch() {
        return elasticsearch.get();
    }

    /** Waits while it starts for the first time, and no longer once that has failed. */
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

    /** Empty if it is not ours. */
    Optional<ServerState> postgresState() {
        return Optional.ofNullable(postgresSupervisor).map(Supervisor::state);
    }

    /** Empty if it is not ours. */
    Optional<ServerState> elasticsearchState() {
        return Optional.ofNullable(elasticsearchSupervisor).map(Supervisor::state);
    }

    /** Lets those go who still wait for a first start, since everything is about to be stopped. */
    void stopWaiting() {
        var stopped = new LedgerFailed(Message.of("console.serve.stopping"));
        Optional.ofNullable(postgresSupervisor)
                .ifPresent(supervisor -> supervisor.first().completeExceptionally(stopped));
        Optional.ofNullable(elasticsearchSupervisor)
                .ifPresent(supervisor -> supervisor.first().completeExceptionally(stopped));
    }

    /** Stops what was started, or is about to be, both at once. */
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
