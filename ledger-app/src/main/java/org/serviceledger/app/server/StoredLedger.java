package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.EventTypes;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.embedded.Access;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.projection.embedded.RunningElasticsearch;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.embedded.RunningPostgres;
import org.serviceledger.store.secret.CodeKey;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;
import org.serviceledger.words.Message;

/** Read access to the ledger of a data directory and its documents, whether or not a server runs. */
public final class StoredLedger implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final HikariDataSource dataSource;
    private final Path data;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final boolean isLive;

    private StoredLedger(Path data, String jdbcUrl, Database.Role role, List<AutoCloseable> started) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(role.name());
        pool.setPassword(role.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setReadOnly(true);
        pool.setInitializationFailTimeout(-1);
        this.dataSource = new HikariDataSource(pool);
        this.data = data;
        this.started.addAll(started);
        this.isLive = started.isEmpty();
    }

    /**
     * Connects to the named PostgreSQL, or to the directory's own, which is started if no server runs.
     *
     * @param postgresUrl JDBC URL of an external PostgreSQL; null for the directory's own
     */
    public static StoredLedger open(Path data, @Nullable String postgresUrl) {
        if (postgresUrl != null) {
            return new StoredLedger(
                    data, postgresUrl, Secrets.ofTheEnvironment().application(), List.of());
        }
        var postgres = data.resolve("postgres");
        if (!Files.isDirectory(postgres.resolve("data"))) {
            throw new LedgerFailed(Message.of("console.verify.no-ledger", "directory", data));
        }
        return RunningPostgres.on(postgres)
                .map(running -> new StoredLedger(
                        data, running.jdbcUrl(), new Database.Role(running.user(), running.password()), List.of()))
                .orElseGet(() -> started(data));
    }

    private static StoredLedger started(Path data) {
        var directory = DataDirectory.open(data, 0);
        try {
            var postgres = EmbeddedPostgres.start(directory.postgres());
            return new StoredLedger(
                    data,
                    postgres.jdbcUrl(),
                    new Database.Role(postgres.applicationUser(), postgres.applicationPassword()),
                    List.of(directory, postgres));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The events, deserialized as the server does. */
    public PostgresEventStorageEngine events() {
        return PostgresEventStorageEngine.builder(
                        dataSource, new WireNameSerializer(WireNames.of(EventTypes.all(), EventTypes::wireName)))
                .build();
    }

    /** Hashes progress codes (查询码) with the key of the server that wrote the documents. */
    public CodeHasher codes() {
        return new CodeHasher(CodeKey.read(dataSource));
    }

    /**
     * Returns a client for the named Elasticsearch, or for the one that runs on the directory. If neither exists,
     * starts one if {@code wanted}, unless a server runs.
     */
    public Optional<ElasticsearchClient> documents(@Nullable URI elasticsearchUrl, boolean wanted) {
        if (elasticsearchUrl != null) {
            return Optional.of(StorageConfiguration.client(elasticsearchUrl));
        }
        var directory = data.resolve("elasticsearch");
        return RunningElasticsearch.on(directory)
                .or(() -> wanted && !isLive ? Optional.of(startedOn(directory)) : Optional.empty())
                .map(DocumentClient::of);
    }

    private Access startedOn(Path directory) {
        var elasticsearch = EmbeddedElasticsearch.start(
                EmbeddedElasticsearch.Options.of(directory).heapMegabytes(ElasticsearchHeap.megabytes()));
        started.add(elasticsearch);
        return elasticsearch.access();
    }

    /** Stops every server this started. */
    @Override
    public void close() {
        dataSource.close();
        while (!started.isEmpty()) {
            try {
                started.removeLast().close();
            } catch (Exception e) {
                throw new LedgerFailed(Message.of("console.verify.not-stopped", "reason", e.getMessage()), e);
            }
        }
    }
}
