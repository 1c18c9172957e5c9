package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.serviceledger.query.shared.SearchState;
import org.serviceledger.words.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures the Elasticsearch client for queries: separate from that of the projections, and with limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuestionSettings.class)
class QuestionsConfiguration {

    @Bean
    SearchWatch searchWatch(InnerServers servers) {
        return SearchWatch.begin(
                () -> new ElasticsearchAsyncClient(servers.elasticsearch()._transport()));
    }

    @Bean
    SearchState searchState(SearchWatch watch) {
        return () -> watch.outage().map(outage -> outage.in(Language.ENGLISH));
    }

    @Bean(defaultCandidate = false)
    ElasticsearchClient questions(InnerServers servers, SearchWatch watch, QuestionSettings settings) {
        var transport = new AwaitedTransport(servers.elasticsearch()._transport(), servers::awaitElasticsearch);
        return new ElasticsearchClient(new QuestionTransport(transport, watch, settings.answer(), settings.atOnce()));
    }

    @Bean
    WebMvcConfigurer importsKeepPace(
            ReadModelWatch readModels, @Value("${ledger.imports.longest-lag:50000}") long longestLag) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ImportsKeepPace(readModels, longestLag));
            }
        };
    }
}
