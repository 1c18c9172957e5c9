package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the embedded Elasticsearch that another process runs. */
public final class RunningElasticsearch {

    private RunningElasticsearch() {}

    /** How the one that runs on this data is to be reached, if there is one. */
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
