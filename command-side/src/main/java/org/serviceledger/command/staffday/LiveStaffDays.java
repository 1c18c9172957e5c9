package org.serviceledger.command.staffday;

import org.axonframework.modelling.command.Repository;
import org.serviceledger.command.stream.LiveShells;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the days of those on duty (考勤) alive. */
@Configuration(proxyBeanMethods = false)
class LiveStaffDays {

    @Bean
    Repository<StaffDay> staffDayRepository(LiveShells shells) {
        return shells.atMost(5_000, StaffDay.class);
    }
}
