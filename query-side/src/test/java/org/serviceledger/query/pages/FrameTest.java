package org.serviceledger.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Tests the frame around each page: places, search box, citation, appearance, and the files that every page loads. */
@SpringBootTest(classes = ShownApplication.class)
@AutoConfigureMockMvc
class FrameTest {

    private static final Pattern PLACE = Pattern.compile("data-testid=\"nav-(\\w+)\"");
    private static final Pattern CURRENT = Pattern.compile("aria-current=\"page\" data-testid=\"nav-(\\w+)\"");
    private static final Pattern AS_OF = Pattern.compile("data-testid=\"as-of\">([\\d,]+)<");
    private static final Pattern CITED = Pattern.compile("data-testid=\"position\"><span class=\"folio\">([\\d,]+)<");
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\"[^>]* href=\"([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script [^>]*src=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Projections projections;

    @BeforeEach
    void everythingIsFolded() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> projections.status().stream()
                        .allMatch(status -> status.state() == ProjectionStatus.State.LIVE));
    }

    @Nested
    class Places {

        @Test
        void everybodySeesThePublicOnes() {
            var page = open("/halls", null);

            assertThat(found(PLACE, page)).containsExactly("ITEMS", "HALLS", "PROGRESS", "LEDGER");
            assertThat(found(CURRENT, page)).containsExactly("HALLS");
            assertThat(page).doesNotContain("data-testid=\"find\"", "data-testid=\"position\"", "class=\"rail\"");
        }

        @ParameterizedTest
        @CsvSource({
            "clerk, DESK NEW_CASE RECORDS CASES",
            "approver, DESK RECORDS CASES",
            "manager, DESK NEW_CASE RECORDS CASES PERFORMANCE ATTENDANCE",
            "inspector, CASES PERFORMANCE ATTENDANCE",
            "supervisor, CASES RECORDS PERFORMANCE ATTENDANCE",
            "analyst, PERFORMANCE ATTENDANCE CASES",
            "administrator, OPERATIONS RECORDS CASES PERFORMANCE ATTENDANCE DESK"
        })
        void staffSeeThoseOfTheirRoleFirst(String user, String places) {
            assertThat(String.join(" ", found(PLACE, open("/ledger", user))))
                    .isEqualTo(places + " ITEMS HALLS PROGRESS LEDGER");
        }

        @ParameterizedTest
        @CsvSource({
            "clerk, /desk, DESK",
            "clerk, /desk/new, NEW_CASE",
            "approver, /desk/new, DESK",
            "inspector, /cases/case-3206230012026102600010, CASES",
            "inspector, /cases/nothing-like-it, CASES"
        })
        void theInnermostIsMarked(String user, String path, String place) {
            assertThat(found(CURRENT, open(path, user))).containsExactly(place);
        }
    }

    @Test
    void theBoxOfStaffFindsCasesAndItems() {
        assertThat(open("/halls", "clerk"))
                .containsPattern("<form class=\"find\" method=\"get\" role=\"search\"[^>]* action=\"/cases\"")
                .containsPattern("<input [^>]*id=\"find\" name=\"q\"")
                .containsPattern("<button type=\"submit\" formaction=\"/items\"");
        assertThat(open("/cases?q=营业执照", "clerk")).contains("data-testid=\"case-row\"");
    }

    @ParameterizedTest
    @CsvSource({
        "inspector, /cases/case-3206230012026102600010",
        "analyst, /performance",
        "analyst, /attendance?organization=org-320623001&month=2026-11"
    })
    void aPageIsCitedByThePositionOfItsAnswer(String user, String path) {
        var page = open(path, user);

        assertThat(found(CITED, page)).hasSize(1).isEqualTo(found(AS_OF, page));
    }

    @Nested
    class Appearances {

        private static final String BY_SYSTEM = "media=\"screen and (prefers-color-scheme: dark)\" href=\"/css/dark-";
        private static final String ALWAYS = "media=\"screen\" href=\"/css/dark-";

        @Test
        void areThoseOfTheSystemUntilChosen() {
            assertThat(open("/", null)).contains(BY_SYSTEM).doesNotContain("data-text");
            assertThat(with("LEDGER_COLOURS=dark")).contains(ALWAYS).doesNotContain("data-text");
            assertThat(with("LEDGER_COLOURS=light")).doesNotContain("/css/dark-");
            assertThat(with("LEDGER_COLOURS=system")).contains(BY_SYSTEM);
            assertThat(with("LEDGER_TEXT=large")).contains(BY_SYSTEM).containsPattern("<html [^>]*data-text=\"large\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"LEDGER_COLOURS=large", "LEDGER_COLOURS=pink", "LEDGER_TEXT=dark", "LEDGER_TEXT="})
        void areNotWhatACookieMakesUp(String cookie) {
            assertThat(with(cookie)).contains(BY_SYSTEM).doesNotContain("data-text");
        }

        @ParameterizedTest
        @CsvSource({
            "dark,   LEDGER_COLOURS, /items?q=a, /items?q=a",
            "light,  LEDGER_COLOURS, //elsewhere.example/, /",
            "system, LEDGER_COLOURS, https://elsewhere.example, /",
            "large,  LEDGER_TEXT, /\\elsewhere.example, /",
            "standard, LEDGER_TEXT, , /"
        })
        void areRememberedAndComeBackToAPageOfOurs(
                String choice, String cookie, @Nullable String back, String address) {
            var request = browser.get().uri("/appearance/" + choice);
            if (back != null) {
                request.param("back", back);
            }

            var answer = request.exchange();

            assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasHeader(HttpHeaders.LOCATION, address);
            assertThat(answer.getResponse().getHeader(HttpHeaders.SET_COOKIE))
                    .startsWith("%s=%s; Path=/; Max-Age=31536000; ".formatted(cookie, choice))
                    .endsWith("; HttpOnly; SameSite=Lax");
        }

        @Test
        void areNoOthers() {
            assertThat(browser.get().uri("/appearance/pink")).hasStatus(HttpStatus.NOT_FOUND);
        }

        @Test
        void areOfferedWithoutTheCodeOfACase() {
            assertThat(open("/progress?number=1&code=AB12CD", null))
                    .containsPattern("href=\"/appearance/large\\?back=[^\"]*number[^\"]*1\"")
                    .doesNotContainPattern("back=[^\"]*AB12CD");
        }

        private String with(String cookie) {
            var parts = cookie.split("=", 2);
            return text(browser.get().uri("/").cookie(new Cookie(parts[0], parts[1])));
        }
    }

    @Nested
    class Files {

        @Test
        void areKeptForAYearByTheHashOfTheirContent() {
            var page = open("/performance", "analyst");
            var files = List.of(found(STYLE, page), found(SCRIPT, page)).stream()
                    .flatMap(List::stream)
                    .toList();

            assertThat(files).hasSize(9).allSatisfy(file -> {
                assertThat(file).matches("/[^?]+-[0-9a-f]{32}\\.(css|js)");
                assertThat(browser.get().uri(file))
                        .hasStatusOk()
                        .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, immutable");
            });
        }

        @Test
        void areUnknownByAnotherHash() {
            var style = found(STYLE, open("/", null)).getFirst();
            var another = style.replaceFirst("-[0-9a-f]{32}", "-00000000000000000000000000000000");

            assertThat(another).isNotEqualTo(style);
            var answer = browser.get().uri(another).exchange();
            assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(answer.getResponse().getHeaders(HttpHeaders.CACHE_CONTROL))
                    .noneMatch(caching -> caching.contains("immutable"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/css/base.css", "/favicon.svg"})
        void areAskedForEachTimeByTheirPlainName(String file) {
            assertThat(browser.get().uri(file)).hasStatusOk().hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }

        @Test
        void areKeptButPagesAreNot() {
            assertThat(browser.get()
                            .uri("/halls")
                            .accept(MediaType.TEXT_HTML)
                            .exchange()
                            .getResponse()
                            .getHeader(HttpHeaders.CACHE_CONTROL))
                    .contains("no-store");
        }
    }

    private String open(String path, @Nullable String user) {
        var request = browser.get().uri(path);
        if (user != null) {
            request.header(
                    HttpHeaders.AUTHORIZATION,
                    "Basic " + HttpHeaders.encodeBasicAuth(user, ShownApplication.PASSWORD, null));
        }
        return text(request);
    }

    private static String text(MockMvcRequestBuilder request) {
        try {
            return request.accept(MediaType.TEXT_HTML)
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(Pattern wanted, String page) {
        return wanted.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
