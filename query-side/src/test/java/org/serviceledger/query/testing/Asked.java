package org.serviceledger.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.serviceledger.query.language.LanguageFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests, in English unless told otherwise, and reads the responses. */
public class Asked {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvcTester mvc;

    Asked(WebApplicationContext application) {
        mvc = MockMvcTester.from(
                application,
                builder -> builder.defaultRequest(
                                MockMvcRequestBuilders.get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                        .addFilters(new LanguageFilter())
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    /** Returns the answer; fails if the status is not 200. */
    public JsonNode by(SignedInUser user, String address) {
        return ok(response(user, address), address);
    }

    public JsonNode byAnybody(String address) {
        return ok(
                response(mvc.get().uri(URI.create(encoded(address))).exchange().getResponse()), address);
    }

    /** Returns the problem; fails if the response is not one. */
    public Problem problem(SignedInUser user, String address) {
        return problem(response(user, address));
    }

    public Problem problemForAnybody(String address) {
        return problem(
                response(mvc.get().uri(URI.create(encoded(address))).exchange().getResponse()));
    }

    /** Returns the problem, in a language that the client accepts. */
    public Problem problem(SignedInUser user, String address, String accepted) {
        return problem(response(mvc.get()
                .uri(URI.create(encoded(address)))
                .header(HttpHeaders.ACCEPT_LANGUAGE, accepted)
                .with(user.asks())
                .exchange()
                .getResponse()));
    }

    /** Returns the answer to a request without sign-in, in a language that the client accepts. */
    public JsonNode byAnybody(String address, String accepted) {
        return ok(
                response(mvc.get()
                        .uri(URI.create(encoded(address)))
                        .header(HttpHeaders.ACCEPT_LANGUAGE, accepted)
                        .exchange()
                        .getResponse()),
                address);
    }

    /**
     * A problem as sent over HTTP (RFC 9457).
     *
     * @param language the language that the response names
     */
    public record Problem(int status, String language, JsonNode body) {

        public String field() {
            return body.path("errors").path(0).path("field").asString("");
        }

        /** Returns all sentences of the problem, one in each line. */
        public String texts() {
            var lines = new ArrayList<String>();
            lines.add(body.path("detail").asString(""));
            lines.addAll(body.path("errors").findValuesAsString("message"));
            return String.join("\n", lines);
        }

        public String rule() {
            return body.path("rule").asString("");
        }
    }

    private record Response(int status, String type, String language, String body) {}

    private Response response(SignedInUser user, String address) {
        return response(mvc.get()
                .uri(URI.create(encoded(address)))
                .with(user.asks())
                .exchange()
                .getResponse());
    }

    private static Response response(MockHttpServletResponse response) {
        try {
            return new Response(
                    response.getStatus(),
                    String.valueOf(response.getContentType()),
                    String.valueOf(response.getHeader(HttpHeaders.CONTENT_LANGUAGE)),
                    response.getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode ok(Response response, String address) {
        assertThat(response.status()).as("%s: %s", address, response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static Problem problem(Response response) {
        assertThat(response.type()).as(response.body()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("\tat ");
        return new Problem(response.status(), response.language(), JSON.readTree(response.body()));
    }

    /** Encodes the address; it may contain Chinese characters. */
    private static String encoded(String address) {
        return URI.create(address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20"))
                .toASCIIString();
    }
}
