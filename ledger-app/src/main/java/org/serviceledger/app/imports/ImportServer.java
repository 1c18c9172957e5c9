package org.serviceledger.app.imports;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP client of the import API. Requests are idempotent on the server, so the client repeats a request whose answer is
 * lost.
 */
final class ImportServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);
    private static final Duration FIRST_WAIT = Duration.ofMillis(300);
    private static final Duration HELD_UP = Duration.ofSeconds(1);
    private static final int TRIES = 4;

    private final HttpClient http;
    private final URI url;
    private final String user;
    private final String authorization;
    private final String language = Language.current().tag();

    ImportServer(URI url, String user, String password) {
        this.url = url;
        this.user = user;
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /** The server's answer for one case of a batch. */
    sealed interface Outcome {

        record Added(long acts) implements Outcome {}

        record Held() implements Outcome {}

        record Refused(String detail, String rule) implements Outcome {}
    }

    /** Begins the import, or resumes it if the server knows the digest. Returns its id. */
    String begin(String sha256, String file, XesLog log) throws ServerFailed {
        var begun = post(
                "/api/imports",
                JSON.writeValueAsBytes(Map.of(
                        "sha256", sha256, "file", file, "format", log.format(), "attributes", log.attributes())));
        return begun.path("id").asString();
    }

    List<Outcome> send(String importId, @Nullable String organization, CaseBatch batch) throws ServerFailed {
        var of = organization == null ? "" : "?organization=" + organization;
        var answers = post("/api/imports/" + importId + "/cases" + of, batch.json());
        var outcomes = new ArrayList<Outcome>();
        for (var answer : answers.path("cases")) {
            outcomes.add(outcome(answer));
        }
        if (outcomes.size() != batch.size()) {
            throw new ServerFailed(
                    Message.of(
                            "console.import.other-count",
                            "url",
                            url,
                            "answers",
                            outcomes.size(),
                            "cases",
                            batch.size()),
                    null);
        }
        return outcomes;
    }

    void complete(String importId, long cases, long acts, long refused) throws ServerFailed {
        post(
                "/api/imports/" + importId + "/complete",
                JSON.writeValueAsBytes(Map.of("cases", cases, "acts", acts, "refused", refused)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static Outcome outcome(JsonNode answer) {
        var refused = answer.path("refused");
        if (refused.isObject()) {
            return new Outcome.Refused(
                    refused.path("detail").asString(), refused.path("rule").asString());
        }
        var added = answer.path("added").asLong();
        return added > 0 ? new Outcome.Added(added) : new Outcome.Held();
    }

    private JsonNode post(String path, byte[] body) throws ServerFailed {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(TO_ANSWER)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var wait = FIRST_WAIT;
        for (var tries = 1; ; tries++) {
            try {
                var response = http.send(request, BodyHandlers.ofString());
                if (isHeldUp(response)) {
                    tries = 0;
                    wait = FIRST_WAIT;
                    pause(retryAfter(response));
                    continue;
                }
                if (response.statusCode() < 500 || tries == TRIES) {
                    return answer(response);
                }
            } catch (ConnectException e) {
                if (tries == TRIES) {
                    throw new ServerFailed(Message.of("console.import.no-server", "url", url), e);
                }
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new ServerFailed(
                            Message.of("console.import.broke-off", "url", url, "reason", e.getMessage()), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause(wait);
            wait = wait.multipliedBy(2);
        }
    }

    /**
     * Whether the server refuses the batch because its read models lag. That is not a failure: the client retries
     * without limit until they have caught up.
     */
    private boolean isHeldUp(HttpResponse<String> response) throws ServerFailed {
        return response.statusCode() == 503
                && parsed(response).path("rule").asString("").equals("import/pace");
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(HELD_UP);
    }

    private JsonNode answer(HttpResponse<String> response) throws ServerFailed {
        var status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new ServerFailed(
                    Message.of("console.import.not-allowed", "url", url, "user", user, "status", status), null);
        }
        var body = parsed(response);
        if (status >= 300) {
            throw new ServerFailed(
                    Message.of(
                            "console.server.answered",
                            "url",
                            url,
                            "status",
                            status,
                            "detail",
                            body.path("detail").asString(null)),
                    null);
        }
        return body;
    }

    private JsonNode parsed(HttpResponse<String> response) throws ServerFailed {
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new ServerFailed(Message.of("console.import.no-json", "url", url), e);
        }
    }

    private static void pause(Duration wait) throws ServerFailed {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ServerFailed interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerFailed(Message.of("console.import.interrupted"), e);
    }
}
