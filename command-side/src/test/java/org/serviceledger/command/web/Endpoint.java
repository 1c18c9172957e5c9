package org.serviceledger.command.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;

/**
 * A command over HTTP, with all a test needs to ask it rightly and wrongly.
 *
 * @param template as the mapping has it
 * @param ready makes a record the command is right for, and gives the path
 * @param body what is right to ask of it
 * @param required fields that must be given
 * @param early makes a record it is too early or too late for; absent where there is no order
 * @param again whether the same may be asked twice
 * @param unknown a path of a record that is not there; empty if the path names none
 * @param misshapen a path whose id is none
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
