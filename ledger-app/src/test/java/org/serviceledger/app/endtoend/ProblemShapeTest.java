package org.serviceledger.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.app.endtoend.Wire.Reply;

/** Whatever refuses a request of a program, from Tomcat to a decider, answers with a problem of one shape. */
class ProblemShapeTest {

    private static final Set<String> ALWAYS = Set.of("type", "title", "status", "detail", "rule");
    private static final Set<String> SOMETIMES =
            Set.of("instance", "errors", "refusal", "incident", "minPosition", "asOf");
    private static final Pattern TYPE = Pattern.compile("urn:serviceledger:problem:[A-Za-z-]+/[A-Za-z0-9-]+");
    private static final String TOO_LONG = "a".repeat(20_000);
    private static final String NO_URI = "no URI";

    private final LedgerProcess server = SharedDemo.server();

    /**
     * A request that fails.
     *
     * @param by what refuses it
     * @param line method and address
     * @param instance the expected {@code instance}; {@link #NO_URI} if the address is none
     */
    record Failing(
            String by, String line, String body, int status, String rule, String instance, List<String> headers) {

        @Override
        public String toString() {
            return by + ": " + line.substring(0, Math.min(60, line.length()));
        }
    }

    static Stream<Failing> all() {
        return Stream.of(ofTomcat(), ofFilters(), ofReads(), ofWrites()).flatMap(List::stream);
    }

    private static List<Failing> ofTomcat() {
        return List.of(
                asking(
                        "Tomcat's limit of headers",
                        "GET /api/items",
                        400,
                        "request/http",
                        "/api/items",
                        "X: " + TOO_LONG),
                asking("Tomcat's paths", "GET /api/cases/%zz", 400, "request/http", NO_URI),
                asking("Tomcat's methods", "CONNECT /api/cases", 501, "request/http", "/api/cases"),
                asking("Tomcat's TRACE", "TRACE /api/cases", 405, "request/http", "/api/cases"),
                asking("Tomcat, elsewhere", "GET /items/%zz", 400, "request/http", NO_URI, "Accept: application/json"));
    }

    /** Tomcat gives up before it reads the headers, so nobody knows the language of the client. */
    static Stream<Failing> unread() {
        return Stream.of(
                asking("Tomcat's parser", "GET /api/a\\b", 400, "request/http", NO_URI),
                asking("Tomcat's limit of addresses", "GET /api/items?q=" + TOO_LONG, 400, "request/http", NO_URI));
    }

    private static List<Failing> ofFilters() {
        return List.of(
                asking("the firewall", "GET /api/cases/x;v=1", 400, "request/http", "/api/cases/x;v=1"),
                asking(
                        "the firewall",
                        "GET /items/x;v=1",
                        400,
                        "request/http",
                        "/items/x;v=1",
                        "Accept: application/json"),
                asking("the filter of parameters", "GET /api/cases?q=%ff", 400, "request/http", "/api/cases"),
                asking("the filter of methods", "PROPFIND /api/cases", 501, "request/http", "/api/cases"),
                asking("the filter of Accept", "GET /api/cases", 406, "request/http", "/api/cases", "Accept: nonsense"),
                asking("sign-in", "GET /api/cases", 401, "access/sign-in", "/api/cases"),
                asking(
                        "sign-in",
                        "GET /api/cases",
                        401,
                        "access/sign-in",
                        "/api/cases",
                        "Authorization: Basic bm9ib2R5OndoYXQ="),
                asking("roles", "GET /api/operations/clock", 403, "access/role", "/api/operations/clock", "As: clerk"));
    }

    private static List<Failing> ofReads() {
        return List.of(
                asking("no handler", "GET /api/none-such", 404, "request/http", "/api/none-such", "As: admin"),
                asking(
                        "no actuator",
                        "GET /actuator/none-such",
                        404,
                        "request/http",
                        "/actuator/none-such",
                        "As: admin"),
                asking("no method", "DELETE /api/public/items", 405, "request/http", "/api/public/items", "As: admin"),
                asking("a question", "GET /api/public/items?limit=0", 400, "request/valid", "/api/public/items"),
                asking("a question", "GET /api/public/items/---", 400, "request/valid", "/api/public/items/---"),
                asking(
                        "a question",
                        "GET /api/cases/none-such",
                        404,
                        "record/known",
                        "/api/cases/none-such",
                        "As: admin"),
                asking("the log", "GET /tile/nonsense", 400, "request/http", "/tile/nonsense"),
                asking("the log", "GET /tile/0/999", 404, "request/http", "/tile/0/999"),
                asking(
                        "operations",
                        "GET /api/operations/read-models/none/rebuild",
                        404,
                        "read-model/known",
                        "/api/operations/read-models/none/rebuild",
                        "As: admin"));
    }

    private static List<Failing> ofWrites() {
        return List.of(
                writing("a media type", "/api/cases", "{}", 415, "request/http", "Content-Type: text/plain"),
                writing("a body", "/api/cases", "{", 400, "request/valid", "Content-Type: application/json"),
                writing("fields", "/api/cases", "{}", 400, "request/valid", "Content-Type: application/json"),
                writing(
                        "a deadline",
                        "/api/calendars/1/publish",
                        "{}",
                        404,
                        "request/http",
                        "Content-Type: application/json"),
                asking("a decider", "GET /api/deadlines?from=2031-07-01&limit=5", 422, "行政许可法 82", "/api/deadlines"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isTheSameWhateverRefuses(Failing failing) throws IOException {
        for (var language : new String[] {"en", "zh-CN"}) {
            isAsExpected(reply(failing, language), failing, language);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unread")
    void isInChineseIfTheHeadersWereNotRead(Failing failing) throws IOException {
        isAsExpected(reply(failing, "en"), failing, "zh-CN");
    }

    private static void isAsExpected(Reply reply, Failing failing, String language) {
        var problem = reply.json();

        assertThat(reply.status()).as(reply::toString).isEqualTo(failing.status());
        assertThat(reply.type()).as(reply::toString).isEqualTo("application/problem+json");
        assertThat(reply.headers()).as(reply::toString).containsEntry("content-language", language);
        assertThat(problem.propertyNames())
                .as(reply::toString)
                .containsAll(ALWAYS)
                .allMatch(name -> ALWAYS.contains(name) || SOMETIMES.contains(name));
        assertThat(problem.path("type").asString()).matches(TYPE);
        assertThat(problem.path("status").asInt()).isEqualTo(failing.status());
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("rule").asString()).as(reply::toString).isEqualTo(failing.rule());
        assertThat(problem.path("instance").asString(NO_URI))
                .as(reply::toString)
                .isEqualTo(failing.instance());
        for (var fault : problem.path("errors")) {
            assertThat(fault.propertyNames()).containsExactlyInAnyOrder("field", "message");
        }
    }

    private Reply reply(Failing failing, String language) throws IOException {
        var headers = Stream.concat(Stream.of("Accept-Language: " + language), failing.headers().stream())
                .map(header -> header.startsWith("As: ") ? signedIn(header.substring("As: ".length())) : header)
                .toArray(String[]::new);
        try (var wire = new Wire(server.url())) {
            return wire.send(Wire.request(failing.line(), failing.body(), headers));
        }
    }

    private static Failing asking(String by, String line, int status, String rule, String instance, String... headers) {
        return new Failing(by, line, "", status, rule, instance, List.of(headers));
    }

    private static Failing writing(String by, String path, String body, int status, String rule, String type) {
        return new Failing(by, "POST " + path, body, status, rule, path, List.of(type, "As: admin"));
    }

    private String signedIn(String user) {
        var credentials = (user + ":" + server.password(user)).getBytes(UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
