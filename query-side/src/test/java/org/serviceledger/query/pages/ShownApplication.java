package org.serviceledger.query.pages;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.act.Offers;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.fixtures.LedgerDatabase;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.ProjectionsConfiguration;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.projection.engine.EventCount;
import org.serviceledger.query.QuerySideConfiguration;
import org.serviceledger.query.testing.AllActs;
import org.serviceledger.query.testing.CountedEvents;
import org.serviceledger.query.testing.TestLog;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The query side over a small county in memory. The page tests run on it, and developers start it to look at pages.
 *
 * <p>It has no stereotype annotation. Otherwise the component scan of the query side would add it to every other test.
 */
@EnableAutoConfiguration
@Import({QuerySideConfiguration.class, ProjectionsConfiguration.class, TestLog.class})
class ShownApplication {

    static final String PASSWORD = "shown";

    public static void main(String[] args) {
        SpringApplication.run(ShownApplication.class, args);
    }

    /** A user with one role. The name of the role is the name of the user. */
    record User(
            UserRole role, OrganizationId scope, @Nullable StaffId staff) implements SignedIn {

        static User named(String name) {
            return switch (UserRole.valueOf(name.toUpperCase(Locale.ROOT))) {
                case CLERK -> new User(UserRole.CLERK, CountyOnShow.JUEGANG, CountyOnShow.staff(1));
                case MANAGER -> new User(UserRole.MANAGER, CountyOnShow.JUEGANG, CountyOnShow.staff(12));
                case APPROVER -> new User(UserRole.APPROVER, CountyOnShow.JUEGANG, CountyOnShow.staff(10));
                case SUPERVISOR, INSPECTOR, ANALYST, ADMINISTRATOR ->
                    new User(UserRole.valueOf(name.toUpperCase(Locale.ROOT)), CountyOnShow.COUNTY, null);
            };
        }

        @Override
        public String userName() {
            return role.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String displayName() {
            return staff == null ? role.term() : "周建国";
        }

        @Override
        public Set<UserRole> roles() {
            return Set.of(role);
        }
    }

    @Bean
    Clock clock() {
        return Clock.fixed(CountyOnShow.at(CountyOnShow.TODAY, 10, 20), WorkingDayCalendar.CHINA);
    }

    @Bean(destroyMethod = "close")
    EmbeddedElasticsearch elasticsearch() throws IOException {
        return EmbeddedElasticsearch.start(EmbeddedElasticsearch.Options.of(Files.createTempDirectory("shown-")));
    }

    @Bean
    Offers offers() {
        return new AllActs();
    }

    @Bean
    CodeHasher codes() {
        return new CodeHasher("a key for pages, of 32 bytes or so".getBytes(StandardCharsets.UTF_8));
    }

    @Bean({"client", "questions"})
    ElasticsearchClient client(EmbeddedElasticsearch elasticsearch) {
        return DocumentClient.of(elasticsearch.access());
    }

    @Bean
    EventStore events() {
        var ledger = new LedgerOnShow();
        new CountyOnShow(ledger).establish();
        new DaysOnShow(ledger).happen();
        return ledger.store();
    }

    @Bean(destroyMethod = "close")
    LedgerDatabase ledgerDatabase() {
        return LedgerDatabase.start();
    }

    @Bean
    TokenStore tokens(LedgerDatabase ledgerDatabase) {
        return ledgerDatabase.tokens();
    }

    @Bean
    TransactionManager transactions(LedgerDatabase ledgerDatabase) {
        return ledgerDatabase.transactions();
    }

    @Bean
    ConnectionProvider connections(LedgerDatabase ledgerDatabase) {
        return ledgerDatabase.connections();
    }

    @Bean
    EventCount counting(EventStore events) {
        return CountedEvents.in(events);
    }

    @Bean
    AuthenticationProvider users() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) throws AuthenticationException {
                if (!PASSWORD.equals(asked.getCredentials())) {
                    throw new BadCredentialsException("wrong");
                }
                var user = User.named(asked.getName());
                return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    @Bean
    SecurityFilterChain everything(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.requestMatchers(
                                "/desk/**", "/cases/**", "/people/**", "/performance/**", "/attendance/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .httpBasic(Customizer.withDefaults())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
                .build();
    }
}
