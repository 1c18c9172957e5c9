package org.serviceledger.app.console;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.client.ServerClient;
import org.serviceledger.app.client.ServerClient.Answer;
import org.serviceledger.app.client.ServerClient.User;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The answers of a running server, to anybody or to its administrator. Tells the user of every failure. */
final class ServerAnswers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerClient client;

    private ServerAnswers(URI url, @Nullable User user, Duration patience) {
        this.client = new ServerClient(url, user, patience, patience);
    }

    static ServerAnswers toAnybody(URI url) {
        return new ServerAnswers(url, null, PATIENCE);
    }

    static ServerAnswers toAdministrator(DataOption data) {
        return toAdministrator(data, PATIENCE);
    }

    static ServerAnswers toAdministrator(DataOption data, Duration patience) {
        var url = data.server().url();
        var admin = new User("admin", Credentials.read(data.path()).of("admin"));
        return new ServerAnswers(url, admin, patience);
    }

    URI url() {
        return client.url();
    }

    /** Returns the response for a public path. Throws unless its status is 200. */
    Answer published(String path) {
        var answer = send(HttpMethod.GET, path, MediaType.ALL);
        if (answer.status() != HttpStatus.OK.value()) {
            throw new LedgerFailed(Message.of("console.server.status", "url", answer.uri(), "status", answer.status()));
        }
        return answer;
    }

    JsonNode get(String path) {
        return json(send(HttpMethod.GET, path, MediaType.APPLICATION_JSON));
    }

    JsonNode post(String path) {
        return json(send(HttpMethod.POST, path, MediaType.APPLICATION_JSON));
    }

    /** Parses a response. Accepts a health document with status 503, which reports an unhealthy server. */
    private static JsonNode json(Answer answer) {
        var told = answer.json();
        if (answer.status() >= HttpStatus.BAD_REQUEST.value() && !told.has("components")) {
            throw new LedgerFailed(Message.of(
                    "console.server.answered",
                    "url",
                    answer.uri(),
                    "status",
                    answer.status(),
                    "detail",
                    told.path("detail").asString(null)));
        }
        return told;
    }

    private Answer send(HttpMethod method, String path, MediaType accepted) {
        try {
            return client.send(method, path, accepted);
        } catch (InterruptedIOException e) {
            throw new LedgerFailed(Message.of("console.server.interrupted", "url", url().resolve(path)), e);
        } catch (IOException e) {
            throw new LedgerFailed(Message.of("console.server.silent", "url", url().resolve(path), "reason", e), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
