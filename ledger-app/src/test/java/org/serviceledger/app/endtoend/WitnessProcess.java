package org.serviceledger.app.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/** A witness as inspectors start it, with the requests of logs and monitors. */
record WitnessProcess(LedgerProcess process, HttpClient http) implements AutoCloseable {

    static final String NAME = "witness.inspection.example";

    static WitnessProcess watching(Path data, String... trusted) throws IOException, InterruptedException {
        return watchingOn(0, data, trusted);
    }

    static WitnessProcess watchingOn(int port, Path data, String... trusted) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("--roles=witness", "--name", NAME));
        for (var key : trusted) {
            options.add("--trust=" + key);
        }
        var process = LedgerProcess.readyOn(port, "serve", data, options.toArray(String[]::new));
        return new WitnessProcess(process, HttpClient.newHttpClient());
    }

    VerifierKey key() throws IOException, InterruptedException {
        return VerifierKey.parse(get("/vkey").body().strip());
    }

    HttpResponse<String> add(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/add-checkpoint")).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create(process.url() + path);
    }

    /** The latest checkpoint it cosigned for a log. */
    Optional<SignedNote> latest(String origin) throws IOException, InterruptedException {
        var answer = get(pathOf(origin));
        return answer.statusCode() == 200 ? Optional.of(SignedNote.parse(answer.body())) : Optional.empty();
    }

    long size(String origin) throws IOException, InterruptedException {
        return latest(origin).map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
    }

    static String pathOf(String origin) {
        var hash = Sha256.digest().digest(origin.getBytes(StandardCharsets.UTF_8));
        return "/" + HexFormat.of().formatHex(hash) + "/checkpoint";
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.close();
    }
}
