package org.serviceledger.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends requests that must be refused, and asserts that the response states why and that nothing was stored. */
final class Refusals {

    private final TestHall hall;

    Refusals(TestHall hall) {
        this.hall = hall;
    }

    HttpAnswer refused(Endpoint endpoint, String path, String body, @Nullable Integer status, @Nullable String field) {
        return refusedBytes(endpoint, path, body.getBytes(UTF_8), status, field);
    }

    HttpAnswer refusedBytes(
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

    HttpAnswer ask(Endpoint endpoint, String path, byte @Nullable [] body, String contentType) {
        var user = endpoint.template().startsWith("/api/public/") ? null : TestUser.ADMIN;
        return hall.ask(user, endpoint.method(), path, body, contentType, null);
    }

    static void problem(HttpAnswer answer, @Nullable Integer status) {
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

    static Set<String> fields(HttpAnswer answer) {
        var fields = new HashSet<String>();
        for (JsonNode error : answer.json().path("errors")) {
            fields.add(error.path("field").asString());
        }
        return fields;
    }
}
