package org.serviceledger.app.edge;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Ensures that programs receive a problem document and people a page for every kind of failed request. */
@Configuration(proxyBeanMethods = false)
public class EdgeConfiguration {

    private static final int AFTER_CHARACTER_ENCODING_AND_METRICS = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<WellFormedRequests> wellFormedRequests() {
        var filter = new FilterRegistrationBean<>(new WellFormedRequests());
        filter.setOrder(AFTER_CHARACTER_ENCODING_AND_METRICS);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    ErrorAnswers errorAnswers(ErrorAttributes errors, JsonMapper json) {
        return new ErrorAnswers(errors, json);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorErrors(JsonMapper json) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ConnectorErrors(json)));
    }

    /** Without this, Thymeleaf derives the content type from the path and serves a page under {@code .json} as JSON. */
    @Autowired
    void pagesAreHtml(ThymeleafViewResolver pages) {
        pages.setForceContentType(true);
    }

    /**
     * Checks paths and methods only. Proxies and phones send non-ASCII headers. Controllers report what is wrong with a
     * header or parameter they read; the firewall would throw in the middle of the controller.
     */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedParameterValues(_ -> true);
        return firewall;
    }
}
