package org.serviceledger.app.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.serviceledger.app.data.LedgerFailed;

/** Asks a server what it tells everybody. */
final class PublishedAnswers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;

    PublishedAnswers(URI url) {
        this.url = url;
    }

    HttpResponse<String> get(String path) {
        var request =
                HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new LedgerFailed("%s answered %d".formatted(request.uri(), answer.statusCode()));
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
