package org.serviceledger.command.windowday;

import org.axonframework.modelling.command.Repository;
import org.serviceledger.command.stream.LiveShells;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the windows' days (窗口启闭) going on alive. */
@Configuration(proxyBeanMethods = false)
class LiveWindowDays {

    @Bean
    Repository<WindowDay> windowDayRepository(LiveShells shells) {
        return shells.atMost(5_000, WindowDay.class);
    }
}
