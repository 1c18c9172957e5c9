package org.serviceledger.app.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP client of a running server, in the language of the command that uses it. */
public final class ServerClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final RestClient rest;
    private final URI url;

    /**
     * Creates a client.
     *
     * @param user the user to sign in as; null to ask as anybody
     */
    public ServerClient(URI url, @Nullable User user, Duration toConnect, Duration toAnswer) {
        this.url = url;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(toConnect)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(toAnswer);
        this.rest = RestClient.builder()
                .requestFactory(requests)
                .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, Language.current().tag())
                .defaultHeaders(headers -> {
                    if (user != null) {
                        headers.setBasicAuth(user.name(), user.password(), StandardCharsets.UTF_8);
                    }
                })
                .build();
    }

    /** A user of the server. */
    public record User(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A response, whatever its status. */
    public record Answer(URI uri, int status, HttpHeaders headers, String body) {

        /**
         * Parses the body; an empty one is an object without members.
         *
         * @throws tools.jackson.core.JacksonException if it is not JSON
         */
        public JsonNode json() {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        }
    }

    public URI url() {
        return url;
    }

    /**
     * Sends a request without a body.
     *
     * @throws InterruptedIOException if the thread is interrupted while it waits
     * @throws IOException if no whole response arrives
     */
    public Answer send(HttpMethod method, String path, MediaType accepted) throws IOException {
        return answer(request(method, path, accepted));
    }

    /** Sends a request with a body of JSON. Throws as {@link #send}. */
    public Answer post(String path, byte[] json) throws IOException {
        return answer(request(HttpMethod.POST, path, MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json));
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path, MediaType accepted) {
        return rest.method(method).uri(url.resolve(path)).accept(accepted);
    }

    private static Answer answer(RestClient.RequestBodySpec request) throws IOException {
        try {
            return request.exchangeForRequiredValue((asked, response) -> new Answer(
                    asked.getURI(),
                    response.getStatusCode().value(),
                    response.getHeaders(),
                    new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
        } catch (ResourceAccessException e) {
            if (Thread.currentThread().isInterrupted()) {
                var interrupted = new InterruptedIOException(e.getMessage());
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
