package org.serviceledger.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.RecordCommandTargets;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.wire.WireNameSerializer;

/** An event store under Axon's whole command path: bus, unit of work, repository, annotated aggregate. */
record Contender(String name, EventStorageEngine engine, Configuration axon, Runnable release)
        implements AutoCloseable {

    /**
     * Our store on a new ledger, keeping up to {@code live} aggregates. With 0, each command loads its whole stream.
     */
    static Contender ours(String name, Server server, int connections, int live) throws SQLException {
        createDatabase(server, name);
        try (var owner = pool(server.urlOf(name), server.owner(), server.ownerPassword(), 2)) {
            LedgerSchema.migrate(owner, server.application());
        }
        return existing(name, server, connections, live);
    }

    static Contender ours(String name, EmbeddedPostgres postgres, int connections, int live) throws SQLException {
        return ours(name, Server.of(postgres), connections, live);
    }

    /** Our store on an existing ledger. */
    static Contender existing(String name, Server server, int connections, int live) {
        var pool = pool(server.urlOf(name), server.application(), server.applicationPassword(), connections);
        var serializer = new WireNameSerializer(Folder.wireNames());
        var engine = PostgresEventStorageEngine.builder(pool, serializer).build();
        var folders = AggregateConfigurer.defaultConfiguration(Folder.class)
                .configureCommandTargetResolver(_ -> new RecordCommandTargets());
        if (live > 0) {
            folders.configureRepository(axon -> new LiveAggregateRepository<>(
                    EventSourcingRepository.builder(Folder.class), axon.eventStore(), engine, live));
        }
        return new Contender(name, engine, axon(engine, serializer, folders), () -> {
            engine.close();
            pool.close();
        });
    }

    /** Axon's own engine, as lean as possible: bytea columns, its own indexes, and a commit for each append. */
    static Contender stock(Server server, int connections) throws SQLException {
        createDatabase(server, "stock");
        var pool = pool(server.urlOf("stock"), server.owner(), server.ownerPassword(), connections);
        var serializer = Jackson3Serializer.builder().build();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(pool::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        var folders = AggregateConfigurer.defaultConfiguration(Folder.class);
        return new Contender("stock", engine, axon(engine, serializer, folders), pool::close);
    }

    CommandGateway commands() {
        return axon.commandGateway();
    }

    @Override
    public void close() {
        axon.shutdown();
        release.run();
    }

    private static Configuration axon(
            EventStorageEngine engine, Serializer serializer, AggregateConfigurer<Folder> folders) {
        var configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEventSerializer(_ -> serializer)
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(folders)
                .buildConfiguration();
        configuration.start();
        return configuration;
    }

    private static void createDatabase(Server server, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.owner(), server.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
