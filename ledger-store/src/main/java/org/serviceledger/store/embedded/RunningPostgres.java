package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An embedded PostgreSQL that another process runs, for those who only read.
 *
 * @param user the role the application works under
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {

    private static final int PORT_LINE = 3;

    /** The one that runs on this data, if there is one. */
    public static Optional<RunningPostgres> on(Path dataDirectory) {
        var cluster = Cluster.in(dataDirectory);
        try {
            if (ServerProcess.orphan(cluster.data()).isEmpty()) {
                return Optional.empty();
            }
            var port = Files.readAllLines(cluster.data().resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            return Optional.of(new RunningPostgres(
                    Cluster.url(Integer.parseInt(port)), Cluster.APPLICATION, cluster.password(Cluster.APPLICATION)));
        } catch (IOException e) {
            throw EmbeddedServerException.under(cluster.directory(), e);
        }
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
