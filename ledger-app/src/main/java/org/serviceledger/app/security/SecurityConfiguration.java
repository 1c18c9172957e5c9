package org.serviceledger.app.security;

import static org.serviceledger.api.UserRole.ADMINISTRATOR;
import static org.serviceledger.api.UserRole.ANALYST;
import static org.serviceledger.api.UserRole.APPROVER;
import static org.serviceledger.api.UserRole.CLERK;
import static org.serviceledger.api.UserRole.INSPECTOR;
import static org.serviceledger.api.UserRole.MANAGER;
import static org.serviceledger.api.UserRole.SUPERVISOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.serviceledger.api.UserRole;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.web.Throttle;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Authentication and the access rules for paths. Which records a user sees is decided by the query side. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(UserSettings.class)
public class SecurityConfiguration {

    private static final String CONTENT = "default-src 'self'; img-src 'self' data:; font-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI adds inline styles to its page. */
    private static final String CONTENT_OF_SWAGGER_UI = CONTENT + "; style-src 'self' 'unsafe-inline'";

    private static final String[] EVERYBODY_MAY_READ = {
        "/",
        "/items/**",
        "/halls/**",
        "/progress/**",
        "/ledger",
        "/sign-in",
        "/language/*",
        "/appearance/*",
        "/checkpoint",
        "/vkey",
        "/vkey/sm2",
        "/vkeys",
        "/tile/**",
        "/error",
        "/favicon.ico",
        "/favicon*.svg",
        "/css/**",
        "/js/**",
        "/webjars/**"
    };
    private static final String[] API = {"/api/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    @Bean
    AuthenticationProvider localSignIn(UserSettings settings, DataDirectory data) {
        var credentials = Credentials.completed(data.root(), settings.users().keySet());
        return new LocalSignIn(
                new LocalUsers(settings, credentials),
                new Throttle<>(InstantSource.system(), LocalSignIn.FAILURES, LocalSignIn.REST, LocalSignIn.FORGOTTEN));
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, JsonMapper json) {
        var problems = new AccessProblems(json);
        return http.securityMatcher(API)
                .authorizeHttpRequests(SecurityConfiguration::rulesOfTheApi)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(on -> on.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::isNoBrowserOfAnotherSite))
                .headers(headers -> headers(headers, CONTENT))
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain swaggerUi(HttpSecurity http) {
        return http.securityMatcher("/swagger-ui/**", "/swagger-ui.html", "/webjars/swagger-ui/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers(headers, CONTENT_OF_SWAGGER_UI))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(SecurityConfiguration::rulesOfThePages)
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(new HomeAfterSignIn())
                        .failureHandler((_, response, e) -> response.sendRedirect(
                                e instanceof LockedException ? "/sign-in?locked" : "/sign-in?error")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .exceptionHandling(on -> on.authenticationEntryPoint(signInPage()))
                .headers(headers -> headers(headers, CONTENT))
                .build();
    }

    private static void rulesOfTheApi(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(
                        "/api/public/**",
                        "/api/deadlines",
                        "/api/ledger/events/*/proof",
                        "/api/ledger/events/*/leaf",
                        "/v3/**",
                        "/actuator/health/**",
                        "/actuator/info")
                .permitAll()
                .requestMatchers("/actuator/**", "/api/operations/**")
                .hasAnyRole(names(ADMINISTRATOR))
                .requestMatchers("/api/reports/attendance/**")
                .authenticated() // one's own days; others' days only for roles that oversee them
                .requestMatchers("/api/reports/**")
                .hasAnyRole(names(ANALYST, INSPECTOR, SUPERVISOR, MANAGER, ADMINISTRATOR))
                .requestMatchers("/api/acts/**", "/api/people/**")
                .hasAnyRole(names(INSPECTOR, SUPERVISOR, MANAGER, ADMINISTRATOR))
                .anyRequest()
                .authenticated(); // write endpoints check roles themselves
    }

    private static void rulesOfThePages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(EVERYBODY_MAY_READ)
                .permitAll()
                .requestMatchers("/desk/**")
                .hasAnyRole(names(CLERK, MANAGER, APPROVER, SUPERVISOR, ADMINISTRATOR))
                .requestMatchers("/performance/**", "/attendance/**")
                .hasAnyRole(names(ANALYST, INSPECTOR, SUPERVISOR, MANAGER, ADMINISTRATOR))
                .requestMatchers("/operations/**")
                .hasAnyRole(names(ADMINISTRATOR))
                .requestMatchers("/people/**")
                .hasAnyRole(names(INSPECTOR, SUPERVISOR, MANAGER, ADMINISTRATOR))
                .anyRequest()
                .authenticated();
    }

    private static LoginUrlAuthenticationEntryPoint signInPage() {
        return new SignInRedirect("/sign-in");
    }

    /**
     * Another site's page can make a browser add a stored password to a request. The browser then sends {@code
     * Sec-Fetch-Site}.
     */
    private static boolean isNoBrowserOfAnotherSite(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        var site = request.getHeader("Sec-Fetch-Site");
        return authorization != null
                && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                && (site == null || Set.of("same-origin", "none").contains(site));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String content) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults());
    }

    private static String[] names(UserRole... roles) {
        return Arrays.stream(roles).map(UserRole::name).toArray(String[]::new);
    }
}
