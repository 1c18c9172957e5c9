package org.serviceledger.command.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The response of the server.
 *
 * @param language the {@code Content-Language} header; empty if there is none
 */
record HttpAnswer(int status, String contentType, String language, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    JsonNode json() {
        return JSON.readTree(text);
    }

    String id() {
        return json().path("id").asString();
    }

    long position() {
        return json().path("position").asLong();
    }

    String rule() {
        return json().path("rule").asString();
    }

    boolean isTaken() {
        return status >= 200 && status < 300;
    }
}
