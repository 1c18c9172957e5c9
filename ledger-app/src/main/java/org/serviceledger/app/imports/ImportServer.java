package org.serviceledger.app.imports;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.client.ServerClient;
import org.serviceledger.app.client.ServerClient.Answer;
import org.serviceledger.app.client.ServerClient.User;
import org.serviceledger.words.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The import API of a running server. Requests are idempotent on the server, so the client repeats a request whose answer is
 * lost.
 */
final class ImportServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);
    private static final Duration FIRST_WAIT = Duration.ofMillis(300);
    private static final Duration HELD_UP = Duration.ofSeconds(1);
    private static final int TRIES = 4;

    private final ServerClient client;
    private final String user;

    ImportServer(URI url, String user, String password) {
        this.user = user;
        this.client = new ServerClient(url, new User(user, password), TO_CONNECT, TO_ANSWER);
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
                            client.url(),
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
        client.close();
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
        var wait = FIRST_WAIT;
        for (var tries = 1; ; tries++) {
            try {
                var answer = client.post(path, body);
                if (isHeldUp(answer)) {
                    tries = 0;
                    wait = FIRST_WAIT;
                    pause(retryAfter(answer));
                    continue;
                }
                if (answer.status() < HttpStatus.INTERNAL_SERVER_ERROR.value() || tries == TRIES) {
                    return taken(answer);
                }
            } catch (InterruptedIOException e) {
                throw new ServerFailed(Message.of("console.import.interrupted"), e);
            } catch (ConnectException e) {
                if (tries == TRIES) {
                    throw new ServerFailed(Message.of("console.import.no-server", "url", client.url()), e);
                }
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new ServerFailed(
                            Message.of("console.import.broke-off", "url", client.url(), "reason", e.getMessage()), e);
                }
            }
            pause(wait);
            wait = wait.multipliedBy(2);
        }
    }

    /**
     * Whether the server refuses the batch because its read models lag. That is not a failure: the client retries
     * without limit until they have caught up.
     */
    private boolean isHeldUp(Answer answer) throws ServerFailed {
        return answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && parsed(answer).path("rule").asString("").equals("import/pace");
    }

    private static Duration retryAfter(Answer answer) {
        return Optional.ofNullable(answer.headers().getFirst(HttpHeaders.RETRY_AFTER))
                .filter(value -> value.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(HELD_UP);
    }

    private JsonNode taken(Answer answer) throws ServerFailed {
        var status = answer.status();
        if (status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()) {
            throw new ServerFailed(
                    Message.of("console.import.not-allowed", "url", client.url(), "user", user, "status", status),
                    null);
        }
        var body = parsed(answer);
        if (status >= HttpStatus.MULTIPLE_CHOICES.value()) {
            throw new ServerFailed(
                    Message.of(
                            "console.server.answered",
                            "url",
                            client.url(),
                            "status",
                            status,
                            "detail",
                            body.path("detail").asString(null)),
                    null);
        }
        return body;
    }

    private JsonNode parsed(Answer answer) throws ServerFailed {
        try {
            return answer.json();
        } catch (JacksonException e) {
            throw new ServerFailed(Message.of("console.import.no-json", "url", client.url()), e);
        }
    }

    private static void pause(Duration wait) throws ServerFailed {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed(Message.of("console.import.interrupted"), e);
        }
    }
}
