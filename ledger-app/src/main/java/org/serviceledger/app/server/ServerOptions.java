package org.serviceledger.app.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to be started.
 *
 * @param port of HTTP; 0 takes a free one
 * @param fresh whether what the directory holds is thrown away first
 * @param postgresUrl JDBC address of a PostgreSQL to use in place of our own
 * @param elasticsearchUrl address of an Elasticsearch to use in place of our own
 * @param settings further settings of the application, over those in its files
 */
public record ServerOptions(
        Path data,
        String address,
        int port,
        boolean fresh,
        @Nullable String postgresUrl,
        @Nullable URI elasticsearchUrl,
        Map<String, String> settings) {

    public ServerOptions {
        settings = Map.copyOf(settings);
    }

    /** As the application takes them on its command line. */
    String[] arguments() {
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--server.address=" + address));
        settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return arguments.toArray(String[]::new);
    }
}
