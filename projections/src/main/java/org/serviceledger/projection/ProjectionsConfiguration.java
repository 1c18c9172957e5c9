package org.serviceledger.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.engine.EventCount;
import org.serviceledger.projection.engine.LedgerSource;
import org.serviceledger.projection.engine.ProjectionSettings;
import org.serviceledger.projection.engine.Projections;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps every read model up to date while the application runs. Requires an {@link EventStore}, a {@link TokenStore} in
 * the database of the {@link TransactionManager} and the {@link ConnectionProvider}, an {@link EventCount}, an {@link
 * ElasticsearchClient} created by {@link DocumentClient}, and the ledger's {@link CodeHasher}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
public class ProjectionsConfiguration {

    @Bean(destroyMethod = "")
    Projections projections(
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions,
            ConnectionProvider connections,
            EventCount counting,
            ElasticsearchClient client,
            ProjectionSettings settings,
            CodeHasher codes) {
        return new Projections(
                ReadModels.all(codes),
                new LedgerSource(events, tokens, transactions, connections, counting),
                client,
                settings);
    }

    @Bean
    SmartLifecycle projectionsRun(Projections projections) {
        return new ProjectionsRun(projections);
    }
}
