package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Probes a server on a connection of its own. */
record ServerProbe(Access server) {

    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Returns whether the server accepts requests. Waits up to 10 seconds until the server has opened its indices, so
     * that the first requests find them. A damaged index stays closed; the wait for it ends after that time.
     */
    boolean isUp() throws InterruptedException {
        var status = status("/_cluster/health?wait_for_status=yellow&timeout=10s", Duration.ofSeconds(15));
        return status == 200 || status == 408;
    }

    /**
     * Returns whether the server processes requests. A server that is permanently out of memory answers requests about
     * itself and rejects all others.
     */
    boolean works(Duration limit) throws InterruptedException {
        var status = status("/_search?size=0&track_total_hits=false&terminate_after=1", limit);
        return status > 0 && status != TOO_MANY_REQUESTS;
    }

    /** Returns the HTTP status, 0 if there is no answer. */
    private int status(String question, Duration limit) throws InterruptedException {
        var request = HttpRequest.newBuilder(server.uri().resolve(question))
                .header("Authorization", server.authorization())
                .timeout(limit)
                .build();
        try (var http = HttpClient.newBuilder().connectTimeout(limit).build()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}
