package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server how it does, on a connection of its own. */
record ServerProbe(Access server) {

    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Whether it takes requests. It then opens its indices, which is waited for a little, lest the first to ask is told that
     * they are not there yet; one that is damaged stays closed, and does not hold up the others.
     */
    boolean isUp() throws InterruptedException {
        var status = status("/_cluster/health?wait_for_status=yellow&timeout=10s", Duration.ofSeconds(15));
        return status == 200 || status == 408;
    }

    /** Whether it works: one that has run out of memory for good answers questions about itself, and refuses all others. */
    boolean works(Duration limit) throws InterruptedException {
        var status = status("/_search?size=0&track_total_hits=false&terminate_after=1", limit);
        return status > 0 && status != TOO_MANY_REQUESTS;
    }

    /** 0 if there is none. */
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
