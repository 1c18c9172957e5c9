package org.serviceledger.app.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP client of a running server, anonymous or as its administrator. */
final class ServerAnswers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI url;
    private final HttpRequest.Builder asking;

    private ServerAnswers(URI url, Duration patience) {
        this.url = url;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.asking = HttpRequest.newBuilder()
                .timeout(patience)
                .header("Accept-Language", Language.current().tag());
    }

    static ServerAnswers toAnybody(URI url) {
        return new ServerAnswers(url, PATIENCE);
    }

    static ServerAnswers toAdministrator(DataOption data) {
        return toAdministrator(data, PATIENCE);
    }

    static ServerAnswers toAdministrator(DataOption data, Duration patience) {
        var answers = new ServerAnswers(data.server().url(), patience);
        var admin = "admin:" + Credentials.read(data.path()).of("admin");
        answers.asking.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(admin.getBytes(StandardCharsets.UTF_8)));
        return answers;
    }

    URI url() {
        return url;
    }

    /** Returns the response for a public path. Throws unless its status is 200. */
    HttpResponse<String> published(String path) {
        var answer = send("GET", path, "*/*");
        if (answer.statusCode() != 200) {
            throw new LedgerFailed(
                    Message.of("console.server.status", "url", answer.uri(), "status", answer.statusCode()));
        }
        return answer;
    }

    JsonNode get(String path) {
        return json(send("GET", path, "application/json"));
    }

    JsonNode post(String path) {
        return json(send("POST", path, "application/json"));
    }

    /** Parses a response. Accepts a health document with status 503, which reports an unhealthy server. */
    private static JsonNode json(HttpResponse<String> answer) {
        var told = answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        if (answer.statusCode() >= 400 && !told.has("components")) {
            throw new LedgerFailed(Message.of(
                    "console.server.answered",
                    "url",
                    answer.uri(),
                    "status",
                    answer.statusCode(),
                    "detail",
                    told.path("detail").asString(null)));
        }
        return told;
    }

    private HttpResponse<String> send(String method, String path, String accepted) {
        var request = asking.copy()
                .uri(url.resolve(path))
                .header("Accept", accepted)
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LedgerFailed(Message.of("console.server.silent", "url", request.uri(), "reason", e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerFailed(Message.of("console.server.interrupted", "url", request.uri()), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
