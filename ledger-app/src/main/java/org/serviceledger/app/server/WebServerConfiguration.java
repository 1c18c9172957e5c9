package org.serviceledger.app.server;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures deadlines for slow clients. */
@Configuration(proxyBeanMethods = false)
class WebServerConfiguration {

    private static final Duration BODY = Duration.ofSeconds(30);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> deadlines() {
        return tomcat -> {
            tomcat.setProtocol(HeaderDeadline.class.getName());
            tomcat.addEngineValves(new BodyDeadline(BODY));
        };
    }
}
