package org.serviceledger.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of requests that reach no controller: programs get a problem document, people a page. */
@ResourceLock(SharedDemo.ALONE)
class StrangeRequestsTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final String TOO_LONG = "a".repeat(20_000);

    private final LedgerProcess server = SharedDemo.server();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/cases/x;v=1|400",
                "GET /api/cases/a%25b|400",
                "GET /api/cases/a%2Fb|400",
                "GET /api/cases/%ff|400",
                "GET /api/cases/%zz|400",
                "GET /api/cases/%00|400",
                "GET //api/cases|400",
                "GET /api/a\\b|400",
                "GET /api/public/items?q={|400",
                "GET /api/public/items?q=LONG|400",
                "GET /tile/0/999|404",
                "GET /tile/0/%ff|400",
                "GET /api/ledger/events/99999999/proof|404",
                "GET /api/no-such-thing|404",
                "GET /actuator/no-such-thing|404",
                "TRACE /api/cases|405",
                "DELETE /api/public/items|405",
                "CONNECT /api/cases|501",
                "PROPFIND /api/cases|501"
            })
    void aProgramIsToldAProblem(String line, int status) throws IOException {
        try (var wire = new Wire(server.url())) {
            var reply = wire.ask(line.replace("LONG", TOO_LONG), signedIn("admin"));

            assertThat(reply.status()).as(reply::toString).isEqualTo(status);
            assertThat(reply.isProblem()).as(reply::toString).isTrue();
            assertThat(reply.json().path("status").asInt()).isEqualTo(status);
            assertThat(reply.json().path("detail").asString()).isNotBlank();
            assertThat(reply.json().path("rule").asString()).isEqualTo("request/http");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "GET /api/cases/x;v=1",
                "GET /api/no-such-thing",
                "GET /api/deadlines?from=%ff&limit=5",
                "GET /api/public/items/NONE-SUCH",
                "GET /api/ledger/events/999999999/leaf",
                "GET /tile/nonsense",
                "DELETE /api/public/items",
                "POST /api/organizations",
                "GET /tile/0/999",
                "TRACE /api/cases",
                "CONNECT /api/cases",
                "PROPFIND /api/cases"
            })
    void aProgramIsToldItInOneLanguage(String line) throws IOException {
        for (var language : new String[] {"en", "zh-CN"}) {
            try (var wire = new Wire(server.url())) {
                var reply = wire.ask(line, "Accept-Language: " + language);
                var detail = reply.json().path("detail").asString();

                assertThat(reply.isProblem()).as(reply::toString).isTrue();
                assertThat(reply.headers()).containsEntry("content-language", language);
                if (language.equals("en")) {
                    assertThat(detail).isNotBlank().doesNotContainPattern(HAN);
                } else {
                    assertThat(detail).containsPattern(HAN).doesNotContainPattern("[a-z]{2,} [a-z]{2,}");
                }
            }
        }
    }

    @Test
    void aPersonIsToldItInOneLanguage() throws IOException {
        try (var wire = new Wire(server.url())) {
            var english = wire.ask("CONNECT /", "Accept: text/html", "Accept-Language: en");
            var chinese = wire.ask("CONNECT /", "Accept: text/html", "Accept-Language: zh-CN");

            assertThat(english.headers()).containsEntry("content-language", "en");
            assertThat(english.body())
                    .contains("<html lang=\"en\">", "Request refused", "Home")
                    .doesNotContainPattern(HAN);
            assertThat(chinese.headers()).containsEntry("content-language", "zh-CN");
            assertThat(chinese.body())
                    .contains("<html lang=\"zh-CN\">", "查询条件有误", "回首页")
                    .doesNotContain("Request refused");
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /sign-in?x=%ff|400",
                "GET /sign-in?x=%zz|400",
                "GET /sign-in?%ED%A0%80|400",
                "GET /items?q=%ED%A0%80|400",
                "GET /items/%ff|400",
                "GET /items/%zz|400",
                "GET /items/a%2Fb|400",
                "GET /items/x;v=1|400",
                "GET //items|400",
                "GET /error|404",
                "GET /webjars/none-such|404",
                "TRACE /items|405",
                "CONNECT /|501",
                "PROPFIND /items|501"
            })
    void aPersonIsShownAPage(String line, int status) throws IOException {
        try (var wire = new Wire(server.url())) {
            var reply = wire.ask(line, "Accept: text/html", "Accept-Language: zh-CN");

            assertThat(reply.status()).as(reply::toString).isEqualTo(status);
            assertThat(reply.isPage()).as(reply::toString).isTrue();
            assertThat(reply.body()).contains(Integer.toString(status), "政务服务台账");
        }
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource({
        "/api/deadlines?from=2020-04-16&limit=5&unit=%ED%A0%80, unit",
        "/api/deadlines?from=%ff&limit=5, from",
        "/api/cases?q=%ED%A0%80, q",
        "/api/cases?organization=%ED%BF%BF, organization",
        "/api/cases?cursor=%, cursor",
        "/api/acts?person=%c3%28, person",
        "/api/reports/performance?organization=%ff, organization",
        "/api/public/items?department=%ED%A0%80, department",
        "/api/public/progress?number=%ff&code=1, number",
        "/api/public/progress?number=1&code=%E9%94, code",
        "/api/cases?%ff=1, query"
    })
    void aParameterThatIsNoTextIsNamed(String address, String parameter) throws IOException {
        try (var wire = new Wire(server.url())) {
            var reply = wire.ask("GET " + address, signedIn("admin"));

            assertThat(reply.status()).as(reply::toString).isEqualTo(400);
            assertThat(reply.isProblem()).as(reply::toString).isTrue();
            assertThat(reply.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(parameter);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"*/*", "application/*", "application/json;charset=nonsense", "nonsense", "键", "text/plain"})
    void aBodyWithoutAUsableTypeIsRefused(String type) throws Exception {
        var before = head();
        try (var wire = new Wire(server.url())) {
            for (var path : new String[] {"/api/cases", "/api/organizations", "/api/imports", "/api/items/x/revise"}) {
                var reply = wire.send(Wire.request("POST " + path, "{}", signedIn("admin"), "Content-Type: " + type));

                assertThat(reply.status()).as(path + reply).isIn(404, 415);
                assertThat(reply.isProblem()).as(path + reply).isTrue();
            }
        }
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void aFormThatIsNoTextIsRefused() throws IOException {
        try (var wire = new Wire(server.url())) {
            for (var body : new String[] {"username=%ff&password=x", "username=a&password=%zz", "%ED%A0%80=1"}) {
                var reply = wire.send(Wire.request(
                        "POST /sign-in", body, "Content-Type: application/x-www-form-urlencoded", "Accept: text/html"));

                assertThat(reply.status()).as(reply::toString).isEqualTo(400);
                assertThat(reply.isPage()).as(reply::toString).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"User-Agent: iPhone Xʀ", "X-User-Name: 张三", "Cookie: name=张", "Accept-Language: 中文"})
    void headersOfOthersMayHoldAnything(String header) throws IOException {
        try (var wire = new Wire(server.url())) {
            assertThat(wire.ask("GET /items", header).status()).isEqualTo(200);
            assertThat(wire.ask("GET /api/public/items", header).status()).isEqualTo(200);
        }
    }

    @Test
    void anIdempotencyKeyMustBePlain() throws Exception {
        var before = head();
        try (var wire = new Wire(server.url())) {
            for (var key : new String[] {"键", "a b", "a".repeat(201)}) {
                var reply = wire.send(Wire.request(
                        "POST /api/cases",
                        "{}",
                        signedIn("clerk"),
                        "Content-Type: application/json",
                        "Idempotency-Key: " + key));

                assertThat(reply.status()).as(reply::toString).isEqualTo(400);
                assertThat(reply.isProblem()).as(reply::toString).isTrue();
                assertThat(reply.json().path("errors").path(0).path("field").asString())
                        .isEqualTo("Idempotency-Key");
            }
        }
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void whatCannotBeHadInThatFormIsAProblemToo() throws IOException {
        try (var wire = new Wire(server.url())) {
            for (var accept : new String[] {"application/pdf", "nonsense"}) {
                var reply = wire.ask("GET /api/public/items", "Accept: " + accept);

                assertThat(reply.status()).as(reply::toString).isEqualTo(406);
                assertThat(reply.isProblem()).as(reply::toString).isTrue();
            }
        }
    }

    private String signedIn(String user) {
        var credentials = (user + ":" + server.password(user)).getBytes(UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private long head() throws IOException, InterruptedException {
        return server.as("admin")
                .get("/api/operations/read-models")
                .json()
                .path("head")
                .asLong();
    }
}
