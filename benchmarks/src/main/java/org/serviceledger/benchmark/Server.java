package org.serviceledger.benchmark;

import java.util.List;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** The address and credentials of a PostgreSQL, for processes that did not start it. */
record Server(String url, String owner, String ownerPassword, String application, String applicationPassword) {

    static Server of(EmbeddedPostgres postgres) {
        return new Server(
                postgres.jdbcUrl(),
                postgres.user(),
                postgres.password(),
                postgres.applicationUser(),
                postgres.applicationPassword());
    }

    /** Reads them from the last arguments of a process. */
    static Server of(List<String> arguments) {
        var last = arguments.subList(arguments.size() - 5, arguments.size());
        return new Server(last.get(0), last.get(1), last.get(2), last.get(3), last.get(4));
    }

    List<String> arguments() {
        return List.of(url, owner, ownerPassword, application, applicationPassword);
    }

    String urlOf(String database) {
        return url.replaceAll("/[^/]*$", "/" + database);
    }
}
