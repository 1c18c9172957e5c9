package org.serviceledger.app.server;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to be started.
 *
 * @param port of HTTP; 0 takes a free one
 * @param fresh whether what the directory holds is thrown away first
 * @param postgresUrl JDBC address of a PostgreSQL to use in place of our own
 * @param elasticsearchUrl address of an Elasticsearch to use in place of our own
 */
public record ServerOptions(
        Path data,
        String address,
        int port,
        boolean fresh,
        @Nullable String postgresUrl,
        @Nullable URI elasticsearchUrl) {}
