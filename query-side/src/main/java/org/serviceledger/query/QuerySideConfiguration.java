package org.serviceledger.query;

import org.serviceledger.query.shared.QuerySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The questions and their answers, in JSON and as pages. Needs an Elasticsearch client, a clock and the progress of the read models. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(QuerySettings.class)
public class QuerySideConfiguration {

    @Bean
    WebMvcConfigurer queryInterceptors(ObjectProvider<HandlerInterceptor> interceptors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                interceptors.orderedStream().forEach(registry::addInterceptor);
            }
        };
    }
}
