package org.serviceledger.query.testing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Clock;
import java.time.ZoneOffset;
import org.serviceledger.api.act.Offers;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.query.QuerySideConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The query side alone. Public paths need no sign-in; all others need a user.
 *
 * <p>It has no stereotype annotation. Otherwise the component scan of the query side would add it to every other test.
 */
@EnableAutoConfiguration
@Import({QuerySideConfiguration.class, TestLog.class})
public class QueryTestApplication {

    @Bean
    ElasticsearchClient questions() {
        return ShownLedger.shared().client();
    }

    @Bean(destroyMethod = "")
    Projections projections() {
        return ShownLedger.shared().projections();
    }

    @Bean
    Offers offers() {
        return new AllActs();
    }

    @Bean
    CodeHasher codeHasher() {
        return ShownLedger.CODES;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(History.NOW, ZoneOffset.UTC);
    }

    @Bean
    SecurityFilterChain whoMayAsk(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/public/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
