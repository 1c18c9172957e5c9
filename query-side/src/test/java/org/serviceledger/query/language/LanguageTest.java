package org.serviceledger.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tests the language in which a request is answered. */
class LanguageTest {

    private final MockMvcTester browser =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup(new LanguageSwitch(), new Echo())
                    .addFilters(new LanguageFilter())
                    .build());

    /** Answers with the name of the request's language. */
    @RestController
    static class Echo {

        @GetMapping(path = "/echo", produces = "text/plain;charset=UTF-8")
        String spoken() {
            return Message.of("language.name").said();
        }
    }

    @ParameterizedTest
    @CsvSource({
        ",               ,      中文,    zh-CN",
        ",               en-GB, English, en",
        "LEDGER_LANGUAGE=zh-CN, en, 中文, zh-CN",
        "LEDGER_LANGUAGE=en,  zh, English, en",
        "LEDGER_LANGUAGE=fr,  en, English, en",
        "OTHER=en,            ,   中文,   zh-CN"
    })
    void theSwitchGoesBeforeWhatTheClientAccepts(
            @Nullable String cookie, @Nullable String accepted, String name, String tag) {
        var request = browser.get().uri("/echo");
        if (cookie != null) {
            var parts = cookie.split("=", 2);
            request.cookie(new Cookie(parts[0], parts[1]));
        }
        if (accepted != null) {
            request.header(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        }

        assertThat(request.exchange())
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, tag)
                .hasBodyTextEqualTo(name);
        assertThat(Language.current()).isEqualTo(Language.CHINESE);
    }

    @ParameterizedTest
    @CsvSource({
        "/items?q=a&theme=%E5%A9%9A, /items?q=a&theme=%E5%A9%9A",
        "//elsewhere.example/,       /",
        "https://elsewhere.example,  /",
        "/\\elsewhere.example,       /",
        "/ü,                         /",
        ",                           /"
    })
    void theSwitchIsRememberedAndComesBackToAPageOfOurs(@Nullable String back, String address) {
        var request = browser.get().uri("/language/en");
        if (back != null) {
            request.param("back", back);
        }

        var answer = request.exchange();

        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasHeader(HttpHeaders.LOCATION, address);
        assertThat(answer.getResponse().getHeader(HttpHeaders.SET_COOKIE))
                .startsWith("LEDGER_LANGUAGE=en; Path=/; Max-Age=31536000; ")
                .endsWith("; HttpOnly; SameSite=Lax");
    }

    @Test
    void anotherLanguageIsNotFound() {
        assertThat(browser.get().uri("/language/fr")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
