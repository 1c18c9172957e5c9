package org.serviceledger.command.cases;

import org.axonframework.modelling.command.Repository;
import org.serviceledger.command.stream.LiveShells;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the cases (办件) being worked on alive between their steps. */
@Configuration(proxyBeanMethods = false)
class LiveCases {

    @Bean
    Repository<ServiceCase> serviceCaseRepository(LiveShells shells) {
        return shells.atMost(10_000, ServiceCase.class);
    }
}
