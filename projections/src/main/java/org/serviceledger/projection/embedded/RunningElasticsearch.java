package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the embedded Elasticsearch that another process runs. */
public final class RunningElasticsearch {

    private RunningElasticsearch() {}

    /**
     * Returns the address and credentials of the server that runs on this data, or empty if none runs.
     *
     * @throws EmbeddedElasticsearchFailed if its files cannot be read
     */
    public static Optional<Access> on(Path data) {
        var files = new ServerFiles(data.toAbsolutePath().normalize());
        try {
            return ElasticsearchProcess.runningServer(files).isPresent() && Files.exists(files.httpPorts())
                    ? Optional.of(files.access().at(files.uri()))
                    : Optional.empty();
        } catch (IOException e) {
            throw EmbeddedElasticsearchFailed.unreadable(files, e);
        }
    }
}
