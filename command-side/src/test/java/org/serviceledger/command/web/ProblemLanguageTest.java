package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** A refused request is answered in the client's language, and in that language only. */
@WebTest
final class ProblemLanguageTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /**
     * Names of fields and formats are the same in both languages. Two such words in a row would be an English sentence.
     */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    private final TestHall hall;

    @Autowired
    ProblemLanguageTest(TestHall hall) {
        this.hall = hall.open();
    }

    @ParameterizedTest(name = "{1} {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ADMIN   | POST   | /api/organizations       | {"organizationId":"org-x","name":"x","kind":"TOWN_CENTRE"}
            ADMIN   | POST   | /api/organizations       | {"name":" ","kind":"CASTLE"}
            ADMIN   | POST   | /api/organizations       | {"name":" "}
            ADMIN   | POST   | /api/organizations       | {"surprise":1}
            ADMIN   | POST   | /api/organizations       | {"name":1}
            ADMIN   | POST   | /api/organizations       | {"name":
            ADMIN   | POST   | /api/organizations       | {"name":"x","name":"x"}
            ADMIN   | POST   | /api/organizations       | nonsense
            ADMIN   | POST   | /api/organizations       | [1]
            ADMIN   | POST   | /api/organizations       | null
            ADMIN   | PUT    | /api/calendars/1000      | {"off":{},"work":{},"source":"x"}
            ADMIN   | PUT    | /api/calendars/soon      | {"off":{},"work":{},"source":"x"}
            CLERK   | POST   | /api/organizations       | {}
            CLERK   | POST   | /api/cases               | {"number":"?","itemId":"item-x","title":"x","at":"1800-01-01T00:00:00Z"}
            CLERK   | POST   | /api/cases/404/receive   | {"receiptNumber":"x"}
            ADMIN   | DELETE | /api/organizations       | {}
            ADMIN   | POST   | /api/no-such-thing       | {}
            ADMIN   | GET    | /api/deadlines?from=2026-07-01&limit=0                   | {}
            ADMIN   | GET    | /api/deadlines?from=2026-07-01                           | {}
            ADMIN   | GET    | /api/deadlines?from=yesterday&limit=5                    | {}
            ADMIN   | GET    | /api/deadlines?from=2026-07-01&limit=5&unit=fortnight    | {}
            """)
    void isTheOneSpoken(String by, String method, String path, String body) {
        var user = by.equals("CLERK") ? TestUser.CLERK : TestUser.ADMIN;
        var english = ask(user, method, path, body, "en");
        var chinese = ask(user, method, path, body, "zh-CN");

        assertThat(chinese.status()).isEqualTo(english.status()).isBetween(400, 499);
        assertThat(chinese.rule()).isEqualTo(english.rule()).isNotBlank();
        assertThat(english.language()).isEqualTo("en");
        assertThat(chinese.language()).isEqualTo("zh-CN");
        assertThat(texts(english)).doesNotContainPattern(HAN);
        assertThat(texts(chinese)).containsPattern(HAN).doesNotContainPattern(ENGLISH);
    }

    @Test
    void isThatOfTheCasesOfABatchToo() {
        var path = new ImportEndpoints(hall).newImport() + "/cases";

        var english = ask(TestUser.ADMIN, "POST", path, "[null,{\"number\":\"?\"}]", "en");
        var chinese = ask(TestUser.ADMIN, "POST", path, "[null,{\"number\":\"?\"}]", "zh-CN");

        assertThat(english.json()
                        .path("cases")
                        .path(0)
                        .path("refused")
                        .path("detail")
                        .asString())
                .isEqualTo("must be given");
        assertThat(chinese.json()
                        .path("cases")
                        .path(0)
                        .path("refused")
                        .path("detail")
                        .asString())
                .isEqualTo("必填");
        assertThat(english.text()).doesNotContainPattern(HAN);
        assertThat(chinese.json()
                        .path("cases")
                        .path(1)
                        .path("refused")
                        .path("detail")
                        .asString())
                .containsPattern(HAN)
                .doesNotContainPattern(ENGLISH);
    }

    @Test
    void isChineseForWhoeverNamesNone() {
        var answer = hall.perform(
                MockMvcRequestBuilders.get(URI.create("/api/deadlines?limit=5")).header("Accept-Language", "de"));

        assertThat(answer.json().path("detail").asString()).isEqualTo("from：必填");
    }

    private HttpAnswer ask(TestUser user, String method, String path, String body, String language) {
        return hall.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
                .with(user(user))
                .with(csrf())
                .header("Accept-Language", language)
                .contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String texts(HttpAnswer answer) {
        var texts = new StringBuilder(answer.json().path("detail").asString());
        for (JsonNode error : answer.json().path("errors")) {
            texts.append('\n').append(error.path("message").asString());
        }
        return texts.toString();
    }
}
