package org.serviceledger.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.serviceledger.command.web.Refusals.fields;
import static org.serviceledger.command.web.Refusals.problem;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Generates every fault in the body of an otherwise correct request. */
final class BodyFaults {

    /** Unpaired surrogates can only be sent as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * Times that ids, stores and calendars cannot hold. The first is the last second before 1900 in Shanghai's local
     * time of that year.
     */
    private static final List<String> BEYOND_ALL_CALENDARS = List.of(
            "1899-12-31T15:54:16Z",
            "0001-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "-5000-01-01T00:00:00+08:00",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z");

    private final Refusals refusals;
    private final Endpoint endpoint;
    private final Supplier<String> path;
    private final ObjectNode body;

    BodyFaults(Refusals refusals, Endpoint endpoint, Supplier<String> path) {
        this.refusals = refusals;
        this.endpoint = endpoint;
        this.path = path;
        this.body = (ObjectNode) JSON.readTree(endpoint.body());
    }

    List<DynamicTest> all() {
        var tests = new ArrayList<DynamicTest>();
        tests.add(dynamicTest("no body", () -> refusals.refusedBytes(endpoint, path.get(), null, 400, "body")));
        tests.add(dynamicTest("body null", () -> refusals.refused(endpoint, path.get(), "null", 400, "body")));
        if (!endpoint.required().isEmpty()) {
            tests.add(dynamicTest("empty object", () -> {
                var answer = refusals.refused(endpoint, path.get(), "{}", 400, null);
                assertThat(fields(answer)).containsAll(endpoint.required());
            }));
        }
        for (var field : endpoint.required()) {
            tests.add(with("null " + field, changed -> changed.putNull(field), field));
        }
        for (var field : body.propertyNames()) {
            tests.addAll(ofField(field));
        }
        tests.add(with("unknown field", changed -> changed.put("surprise", 1), "surprise"));
        tests.add(with("time without offset", c -> c.put("at", "2026-07-01T09:00:00"), "at"));
        tests.add(with("time as number", c -> c.put("at", 1_780_000_000), "at"));
        if (!endpoint.template().startsWith("/api/public/")) {
            tests.add(with("future", c -> c.put("at", "2026-07-02T09:00:00Z"), "at"));
            for (var time : BEYOND_ALL_CALENDARS) {
                tests.add(dynamicTest("at " + time, () -> {
                    var answer = refused(c -> c.put("at", time), "at");
                    assertThat(answer.json().path("errors").findValuesAsString("message"))
                            .contains("must lie in the years 1900 to 2199");
                }));
            }
            tests.add(with("no such person", c -> c.putObject("by").put("person", "404"), "by.person"));
        }
        tests.addAll(malformed());
        return tests;
    }

    private List<DynamicTest> ofField(String field) {
        var value = body.path(field);
        var tests = new ArrayList<DynamicTest>();
        tests.add(with(
                "wrong type of " + field,
                changed -> {
                    if (value.isString()) {
                        changed.putObject(field);
                    } else {
                        changed.put(field, "wrong");
                    }
                },
                field));
        if (value.isString()) {
            tests.add(with("over-long " + field, c -> c.put(field, "长".repeat(4_001)), field));
            tests.add(with("number as " + field, c -> c.put(field, 5), field));
            tests.add(with("half a character in " + field, c -> c.put(field, "\ud800"), field));
            if (value.asString().matches("[A-Z][A-Z_]+")) {
                tests.add(with("unknown " + field, c -> c.put(field, "NO_SUCH"), field));
            }
        }
        if (value.isInt()) {
            tests.add(with("fraction as " + field, c -> c.put(field, 1.5), field));
            tests.add(with("huge " + field, c -> c.put(field, 1e30), field));
        }
        if (value.isArray() && !value.isEmpty() && value.path(0).isString()) {
            tests.add(with("null in " + field, c -> c.putArray(field).addNull(), field));
            tests.add(with("over-long in " + field, c -> c.putArray(field).add("x".repeat(5000)), field));
        }
        return tests;
    }

    private List<DynamicTest> malformed() {
        return List.of(
                dynamicTest("cut off", () -> {
                    var answer = refusals.refused(endpoint, path.get(), "{\"at\": ", 400, null);
                    assertThat(answer.text()).contains("line 1, column");
                }),
                dynamicTest("not an object", () -> refusals.refused(endpoint, path.get(), "[1]", 400, null)),
                dynamicTest("two values", () -> refusals.refused(endpoint, path.get(), body + "{}", 400, null)),
                dynamicTest("field twice", () -> {
                    var answer = refusals.refused(endpoint, path.get(), "{\"at\":null,\"at\":null}", 400, null);
                    assertThat(answer.json().path("detail").asString()).contains("\"at\"");
                }),
                dynamicTest("deeply nested", () -> refusals.refused(endpoint, path.get(), "[".repeat(5000), 400, null)),
                dynamicTest("malformed UTF-8", () -> {
                    var answer = refusals.refusedBytes(endpoint, path.get(), badlyEncoded(), 400, null);
                    assertThat(answer.rule()).isEqualTo("request/utf-8");
                }),
                dynamicTest("too large", () -> {
                    var limit = endpoint.template().startsWith("/api/imports") ? WebTest.IMPORT_LIMIT : WebTest.LIMIT;
                    refusals.refused(endpoint, path.get(), " ".repeat(limit + 1), 413, null);
                }),
                dynamicTest(
                        "no JSON",
                        () -> problem(
                                refusals.ask(
                                        endpoint, path.get(), endpoint.body().getBytes(UTF_8), "text/plain"),
                                415)),
                dynamicTest(
                        "other charset",
                        () -> problem(
                                refusals.ask(
                                        endpoint,
                                        path.get(),
                                        endpoint.body().getBytes(UTF_8),
                                        "application/json;charset=GBK"),
                                415)),
                dynamicTest(
                        "form",
                        () -> problem(
                                refusals.ask(
                                        endpoint,
                                        path.get(),
                                        "a=b".getBytes(UTF_8),
                                        "application/x-www-form-urlencoded"),
                                415)));
    }

    private DynamicTest with(String name, Consumer<ObjectNode> change, String field) {
        return dynamicTest(name, () -> refused(change, field));
    }

    private HttpAnswer refused(Consumer<ObjectNode> change, String field) {
        var changed = body.deepCopy();
        change.accept(changed);
        return refusals.refused(endpoint, path.get(), JSON.writeValueAsString(changed), 400, field);
    }

    private byte[] badlyEncoded() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"by\":{\"person\":\"".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28});
        bytes.writeBytes(("\"}," + JSON.writeValueAsString(body).substring(1)).getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
