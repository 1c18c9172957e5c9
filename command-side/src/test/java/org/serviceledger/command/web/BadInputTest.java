package org.serviceledger.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is wrong with a request, the answer says what, and nothing is stored. */
@WebTest
final class BadInputTest {

    /** Halves of characters only get through as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Hall hall;
    private final RequestMappingHandlerMapping mappings;

    @Autowired
    BadInputTest(Hall hall, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.hall = hall.open();
        this.mappings = mappings;
    }

    @TestFactory
    Stream<DynamicContainer> everyCommand() {
        return Endpoints.all(hall).stream().map(this::container);
    }

    @Test
    void noCommandIsLeftOut() {
        var listed =
                new HashSet<>(Set.of("POST /api/imports/{id}/cases")); // has tests of its own: a list, not an object
        Endpoints.all(hall).forEach(endpoint -> listed.add(endpoint.toString()));

        var mapped = new HashSet<String>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackage() == BadInputTest.class.getPackage()) {
                for (var verb : info.getMethodsCondition().getMethods()) {
                    if (verb != RequestMethod.GET) {
                        info.getPatternValues().forEach(path -> mapped.add(verb + " " + path));
                    }
                }
            }
        });

        assertThat(mapped).hasSizeGreaterThan(50).isEqualTo(listed);
    }

    /** The faults come first, all on one record, which then turns out to have been right for the command. */
    private DynamicContainer container(Endpoint endpoint) {
        var lazy = new Lazy(endpoint);
        var nodes = new ArrayList<DynamicNode>(faults(endpoint, lazy));
        endpoint.early()
                .ifPresent(early -> nodes.add(dynamicTest("out of order", () -> {
                    var action =
                            endpoint.template().substring(endpoint.template().lastIndexOf('/'));
                    refused(endpoint, early.get() + action, endpoint.body(), 409, null);
                })));
        if (!endpoint.unknown().isEmpty()) {
            nodes.add(dynamicTest("unknown id", () -> {
                var answer = refused(endpoint, endpoint.unknown(), endpoint.body(), null, null);
                assertThat(answer.status()).as(answer.text()).isIn(404, 409);
            }));
        }
        if (!endpoint.misshapen().isEmpty()) {
            nodes.add(dynamicTest("ill-formed id", () -> {
                var parameter = endpoint.template().replaceAll("^.*\\{(\\w+)}.*$", "$1");
                refused(endpoint, endpoint.misshapen(), endpoint.body(), 400, parameter);
            }));
            nodes.add(dynamicTest("over-long path", () -> {
                var path = endpoint.template().replaceAll("\\{\\w+}", "9".repeat(300));
                refused(endpoint, path, endpoint.body(), 400, null);
            }));
        }
        if (endpoint.template().startsWith("/api/public/")) {
            return dynamicContainer(endpoint.toString(), nodes);
        }
        nodes.add(dynamicTest("right", () -> {
            var answer = ask(endpoint, lazy.path(), endpoint.body().getBytes(UTF_8), "application/json");
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            assertThat(answer.position()).isEqualTo(hall.size() - 1);
        }));
        if (!endpoint.again()) {
            nodes.add(dynamicTest("twice", () -> {
                var answer = refused(endpoint, lazy.path(), endpoint.body(), null, null);
                assertThat(answer.status()).isIn(409, 422);
                assertThat(answer.json().path("refusal").asString()).isNotBlank();
            }));
        }
        return dynamicContainer(endpoint.toString(), nodes);
    }

    private List<DynamicTest> faults(Endpoint endpoint, Lazy lazy) {
        var tests = new ArrayList<DynamicTest>();
        var body = (ObjectNode) JSON.readTree(endpoint.body());
        tests.add(dynamicTest("no body", () -> refusedBytes(endpoint, lazy.path(), null, 400, "body")));
        tests.add(dynamicTest("body null", () -> refused(endpoint, lazy.path(), "null", 400, "body")));
        if (!endpoint.required().isEmpty()) {
            tests.add(dynamicTest("empty object", () -> {
                var answer = refused(endpoint, lazy.path(), "{}", 400, null);
                assertThat(fields(answer)).containsAll(endpoint.required());
            }));
        }
        for (var field : endpoint.required()) {
            tests.add(with(endpoint, lazy, "null " + field, body, changed -> changed.putNull(field), field));
        }
        for (var field : body.propertyNames()) {
            tests.addAll(ofField(endpoint, lazy, body, field));
        }
        tests.add(with(endpoint, lazy, "unknown field", body, changed -> changed.put("surprise", 1), "surprise"));
        tests.add(with(endpoint, lazy, "time without offset", body, c -> c.put("at", "2026-07-01T09:00:00"), "at"));
        tests.add(with(endpoint, lazy, "time as number", body, c -> c.put("at", 1_780_000_000), "at"));
        if (!endpoint.template().startsWith("/api/public/")) {
            tests.add(with(endpoint, lazy, "future", body, c -> c.put("at", "2026-07-02T09:00:00Z"), "at"));
            tests.add(with(
                    endpoint,
                    lazy,
                    "no such person",
                    body,
                    c -> c.putObject("by").put("person", "404"),
                    "by.person"));
        }
        tests.addAll(malformed(endpoint, lazy, body));
        return tests;
    }

    private List<DynamicTest> ofField(Endpoint endpoint, Lazy lazy, ObjectNode body, String field) {
        var value = body.path(field);
        var tests = new ArrayList<DynamicTest>();
        tests.add(with(
                endpoint,
                lazy,
                "wrong type of " + field,
                body,
                changed -> {
                    if (value.isString()) {
                        changed.putObject(field);
                    } else {
                        changed.put(field, "wrong");
                    }
                },
                field));
        if (value.isString()) {
            tests.add(with(endpoint, lazy, "over-long " + field, body, c -> c.put(field, "长".repeat(4_001)), field));
            tests.add(with(endpoint, lazy, "number as " + field, body, c -> c.put(field, 5), field));
            tests.add(with(endpoint, lazy, "half a character in " + field, body, c -> c.put(field, "\ud800"), field));
            if (value.asString().matches("[A-Z][A-Z_]+")) {
                tests.add(with(endpoint, lazy, "unknown " + field, body, c -> c.put(field, "NO_SUCH"), field));
            }
        }
        if (value.isInt()) {
            tests.add(with(endpoint, lazy, "fraction as " + field, body, c -> c.put(field, 1.5), field));
            tests.add(with(endpoint, lazy, "huge " + field, body, c -> c.put(field, 1e30), field));
        }
        if (value.isArray() && !value.isEmpty() && value.path(0).isString()) {
            tests.add(with(
                    endpoint,
                    lazy,
                    "null in " + field,
                    body,
                    c -> c.putArray(field).addNull(),
                    field));
            tests.add(with(
                    endpoint,
                    lazy,
                    "over-long in " + field,
                    body,
                    c -> c.putArray(field).add("x".repeat(5000)),
                    field));
        }
        return tests;
    }

    private List<DynamicTest> malformed(Endpoint endpoint, Lazy lazy, ObjectNode body) {
        return List.of(
                dynamicTest("cut off", () -> {
                    var answer = refused(endpoint, lazy.path(), "{\"at\": ", 400, null);
                    assertThat(answer.text()).contains("line 1, column");
                }),
                dynamicTest("not an object", () -> refused(endpoint, lazy.path(), "[1]", 400, null)),
                dynamicTest("two values", () -> refused(endpoint, lazy.path(), body + "{}", 400, null)),
                dynamicTest("field twice", () -> {
                    var answer = refused(endpoint, lazy.path(), "{\"at\":null,\"at\":null}", 400, null);
                    assertThat(answer.json().path("detail").asString()).contains("\"at\"");
                }),
                dynamicTest("deeply nested", () -> refused(endpoint, lazy.path(), "[".repeat(5000), 400, null)),
                dynamicTest("malformed UTF-8", () -> {
                    var answer = refusedBytes(endpoint, lazy.path(), malformed(body), 400, null);
                    assertThat(answer.rule()).isEqualTo("request/utf-8");
                }),
                dynamicTest("too large", () -> {
                    var limit = endpoint.template().startsWith("/api/imports") ? WebTest.IMPORT_LIMIT : WebTest.LIMIT;
                    refused(endpoint, lazy.path(), " ".repeat(limit + 1), 413, null);
                }),
                dynamicTest(
                        "no JSON",
                        () -> problem(ask(endpoint, lazy.path(), endpoint.body().getBytes(UTF_8), "text/plain"), 415)),
                dynamicTest(
                        "other charset",
                        () -> problem(
                                ask(
                                        endpoint,
                                        lazy.path(),
                                        endpoint.body().getBytes(UTF_8),
                                        "application/json;charset=GBK"),
                                415)),
                dynamicTest(
                        "form",
                        () -> problem(
                                ask(endpoint, lazy.path(), "a=b".getBytes(UTF_8), "application/x-www-form-urlencoded"),
                                415)));
    }

    private DynamicTest with(
            Endpoint endpoint, Lazy lazy, String name, ObjectNode body, Consumer<ObjectNode> change, String field) {
        return dynamicTest(name, () -> {
            var changed = body.deepCopy();
            change.accept(changed);
            refused(endpoint, lazy.path(), JSON.writeValueAsString(changed), 400, field);
        });
    }

    private Answer refused(
            Endpoint endpoint, String path, String body, @Nullable Integer status, @Nullable String field) {
        return refusedBytes(endpoint, path, body.getBytes(UTF_8), status, field);
    }

    private Answer refusedBytes(
            Endpoint endpoint, String path, byte @Nullable [] body, @Nullable Integer status, @Nullable String field) {
        var before = hall.size();
        var answer = ask(endpoint, path, body, "application/json");
        assertThat(answer.isTaken())
                .as("%s with %s: %s", path, body == null ? "" : shortened(body), answer.text())
                .isFalse();
        problem(answer, status);
        if (field != null) {
            assertThat(fields(answer))
                    .as(answer.text())
                    .anyMatch(
                            name -> name.equals(field) || name.startsWith(field + ".") || name.startsWith(field + "["));
        }
        assertThat(hall.size()).as("nothing is stored").isEqualTo(before);
        return answer;
    }

    private Answer ask(Endpoint endpoint, String path, byte @Nullable [] body, String contentType) {
        var user = endpoint.template().startsWith("/api/public/") ? null : TestUser.ADMIN;
        return hall.ask(user, endpoint.method(), path, body, contentType, null);
    }

    private static void problem(Answer answer, @Nullable Integer status) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        if (status != null) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        }
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.rule()).as(answer.text()).isNotBlank();
        assertThat(answer.json().path("detail").asString()).as(answer.text()).isNotBlank();
        assertThat(answer.text())
                .doesNotContain("Exception", "org.serviceledger", "tools.jackson", "springframework", "\\tat ");
    }

    private static String shortened(byte[] body) {
        return new String(body, 0, Math.min(body.length, 300), UTF_8);
    }

    private static Set<String> fields(Answer answer) {
        var fields = new HashSet<String>();
        for (JsonNode error : answer.json().path("errors")) {
            fields.add(error.path("field").asString());
        }
        return fields;
    }

    private static byte[] malformed(ObjectNode body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"by\":{\"person\":\"".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28});
        bytes.writeBytes(("\"}," + JSON.writeValueAsString(body).substring(1)).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** Makes the record when it is first needed. */
    private static final class Lazy {

        private final Endpoint endpoint;
        private @Nullable String path;

        private Lazy(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        private String path() {
            if (path == null) {
                path = endpoint.ready().get();
            }
            return path;
        }
    }
}
