package org.serviceledger.query;

import org.serviceledger.query.shared.QuerySettings;
import org.serviceledger.query.shared.WaitingSettings;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The read API and the pages. The application context must provide an Elasticsearch client named {@code questions}, a
 * clock and the projections of the read models.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({QuerySettings.class, WaitingSettings.class})
public class QuerySideConfiguration {

    @Bean
    OpenApiLocaleCustomizer actsAreDescribed() {
        return new ActDescriptions();
    }

    @Bean
    OpenApiLocaleCustomizer descriptionsAreSpoken() {
        return new SpokenDescriptions();
    }
}
