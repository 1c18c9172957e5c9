package org.serviceledger.projection.embedded;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the embedded Elasticsearch is, and what it must be told to answer; whoever has it can change every document. */
public record Access(URI uri, String user, String password) {

    /** As HTTP takes it. */
    public String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return user + " at " + uri;
    }
}
