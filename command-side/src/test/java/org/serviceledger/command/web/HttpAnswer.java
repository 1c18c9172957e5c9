package org.serviceledger.command.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record HttpAnswer(int status, String contentType, String text) {

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
