package org.serviceledger.app.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.LedgerFailed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running server, as its administrator. */
final class ServerAnswers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final String authorization;

    ServerAnswers(DataOption data) {
        url = data.server().url();
        var admin = "admin:" + Credentials.read(data.path()).of("admin");
        authorization = "Basic " + Base64.getEncoder().encodeToString(admin.getBytes(StandardCharsets.UTF_8));
    }

    URI url() {
        return url;
    }

    JsonNode get(String path) {
        return send(path, "GET");
    }

    JsonNode post(String path) {
        return send(path, "POST");
    }

    /** Health is told with 503 when it is bad. */
    private JsonNode send(String path, String method) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
            if (response.statusCode() >= 400 && !answer.has("components")) {
                throw new LedgerFailed("%s answered %d: %s"
                        .formatted(
                                request.uri(),
                                response.statusCode(),
                                answer.path("detail").asString("no more than that")));
            }
            return answer;
        } catch (IOException e) {
            throw new LedgerFailed("%s does not answer: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerFailed("interrupted while waiting for " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
