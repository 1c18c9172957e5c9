package org.serviceledger.query.language;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** Configures the server to answer every request in the language of its sender. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final int BEFORE_ANYTHING_IS_SAID = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter() {
        var filter = new FilterRegistrationBean<>(new LanguageFilter());
        filter.setOrder(BEFORE_ANYTHING_IS_SAID);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    MessageSource messageSource() {
        return new PageWords();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new SpokenLanguage.Resolver();
    }
}
