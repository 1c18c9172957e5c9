package org.serviceledger.command.web;

import java.time.Clock;
import javax.sql.DataSource;
import org.serviceledger.fixtures.StoredInPostgres;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.outage.DatabaseWatch;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The command side with a real event store on PostgreSQL, and with access control. */
@EnableAutoConfiguration
@Import(StoredInPostgres.class)
@ComponentScan(
        basePackages = "org.serviceledger.command",
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.serviceledger\\.command\\.[A-Z].*"))
class WebTestApplication {

    @Bean
    static CountedReads countedReads() {
        return new CountedReads();
    }

    @Bean
    LedgerHeads heads(DataSource dataSource) {
        return new LedgerHeads(dataSource);
    }

    @Bean
    DatabaseWatch databaseWatch(DataSource dataSource) {
        return DatabaseWatch.begin(dataSource::getConnection, () -> {});
    }

    @Bean
    Clock clock() {
        return new TickingClock();
    }

    @Bean
    SpokenByClient language() {
        return new SpokenByClient();
    }

    @Bean
    MockMvcBuilderCustomizer clientsOfTheApiAcceptEnglish() {
        return mvc -> mvc.defaultRequest(MockMvcRequestBuilders.get("/").header("Accept-Language", "en"));
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http) {
        return http.authorizeHttpRequests(rules -> rules.requestMatchers("/api/public/**", "/api/deadlines")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
