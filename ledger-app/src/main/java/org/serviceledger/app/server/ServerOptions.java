package org.serviceledger.app.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options for starting a server.
 *
 * @param port HTTP port; 0 selects a free one
 * @param fresh whether to delete the content of the directory first
 * @param postgresUrl JDBC URL of an external PostgreSQL; null for the embedded one
 * @param elasticsearchUrl URL of an external Elasticsearch; null for the embedded one
 * @param settings further properties of the application; they override its files
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

    /** The options as command-line arguments of the application. */
    String[] arguments() {
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--server.address=" + address));
        settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return arguments.toArray(String[]::new);
    }
}
