package org.serviceledger.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.wire.WireNameSerializer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Checks the outcome of Spring's and Axon's auto-configuration. Some of Axon's classes are ordered after Spring Boot
 * 3's.
 */
class WiringTest {

    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    @TempDir
    private static Path temporary;

    @SuppressWarnings("NullAway.Init")
    private static LedgerServer server;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        server = LedgerServer.start(
                new ServerOptions(temporary.resolve("data"), "127.0.0.1", 0, false, null, null, Map.of()));
        context = server.bean(ConfigurableApplicationContext.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tokensAreCommittedWithWhatTheirProcessorsWrite() throws Exception {
        var transactions = context.getBean(TransactionManager.class);
        var connections = context.getBean(ConnectionProvider.class);
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);

        var transaction = transactions.startTransaction();
        try (var connection = connections.getConnection();
                var again = connections.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(transactionOf(connection)).isEqualTo(transactionOf(again));
        } finally {
            transaction.rollback();
        }
    }

    private static String transactionOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void eventsAreKeptByOurEngineUnderWireNames() {
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(PostgresEventStorageEngine.class);
        assertThat(context.getBean("eventSerializer")).isInstanceOf(WireNameSerializer.class);
        assertThat(context.getBeansOfType(Serializer.class).values())
                .allSatisfy(serializer -> assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
    }

    /** A change in this list must be understood before it is accepted (ADR 28). */
    @Test
    void ofAxonsAutoConfigurationsTheseMatch() {
        var report = ConditionEvaluationReport.get(context.getBeanFactory());
        Set<String> matching = report.getConditionAndOutcomesBySource().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(AXON) && !entry.getKey().contains("#"))
                .filter(entry -> entry.getValue().isFullMatch())
                .map(entry -> entry.getKey().substring(AXON.length()))
                .collect(Collectors.toSet());

        assertThat(matching)
                .containsExactlyInAnyOrder(
                        "InfraConfiguration",
                        "InterceptorAutoConfiguration",
                        "JdbcAutoConfiguration",
                        "ObjectMapperAutoConfiguration",
                        "SecurityAutoConfiguration",
                        "TransactionAutoConfiguration");
        assertThat(report.getExclusions()).contains(AXON + "UpdateCheckerAutoConfiguration");
        assertThat(context.getBeansOfType(TransactionManager.class)).hasSize(1);
        assertThat(context.getBeansOfType(PlatformTransactionManager.class)).hasSize(1);
    }

    @Test
    void nothingStartsWithoutATransactionManager() {
        var none = new DefaultListableBeanFactory().getBeanProvider(PlatformTransactionManager.class);

        assertThatThrownBy(() -> new AxonConfiguration().axonTransactionManager(none))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PlatformTransactionManager");
    }
}
