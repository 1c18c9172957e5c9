package org.serviceledger.query;

import org.serviceledger.query.shared.QuerySettings;
import org.serviceledger.query.shared.WaitingSettings;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The questions and their answers, in JSON and as pages. Needs an Elasticsearch client, a clock and the progress of the read models. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({QuerySettings.class, WaitingSettings.class})
public class QuerySideConfiguration {

    @Bean
    OpenApiLocaleCustomizer descriptionsAreSpoken() {
        return new SpokenDescriptions();
    }
}
