package org.serviceledger.command.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;

/**
 * A command over HTTP, with everything a test needs to send it correctly and incorrectly.
 *
 * @param template path template of the mapping
 * @param ready creates a record in the right state for the command and returns the path
 * @param body a correct body
 * @param required fields that must be present
 * @param early creates a record in a stage that is too early or too late; null if the command has no order
 * @param again whether the same command may be sent twice
 * @param unknown path of a record that does not exist; empty if the path names none
 * @param misshapen path whose id is malformed
 */
record Endpoint(
        HttpMethod method,
        String template,
        Supplier<String> ready,
        String body,
        List<String> required,
        Optional<Supplier<String>> early,
        boolean again,
        String unknown,
        String misshapen) {

    static Endpoint of(String template, Supplier<String> ready, String body, String... required) {
        return new Endpoint(HttpMethod.POST, template, ready, body, List.of(required), Optional.empty(), false, "", "");
    }

    Endpoint by(HttpMethod other) {
        return new Endpoint(other, template, ready, body, required, early, again, unknown, misshapen);
    }

    Endpoint notAfter(Supplier<String> path) {
        return new Endpoint(method, template, ready, body, required, Optional.of(path), again, unknown, misshapen);
    }

    Endpoint repeatable() {
        return new Endpoint(method, template, ready, body, required, early, true, unknown, misshapen);
    }

    Endpoint unknown(String path) {
        return new Endpoint(method, template, ready, body, required, early, again, path, misshapen);
    }

    Endpoint misshapen(String path) {
        return new Endpoint(method, template, ready, body, required, early, again, unknown, path);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
