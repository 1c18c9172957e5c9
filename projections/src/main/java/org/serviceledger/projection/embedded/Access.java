package org.serviceledger.projection.embedded;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The address and credentials of the embedded Elasticsearch. Anyone who has them can change every document; {@link
 * #toString()} omits the password.
 */
public record Access(URI uri, String user, String password) {

    /** Returns the value of the HTTP {@code Authorization} header. */
    public String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return user + " at " + uri;
    }
}
