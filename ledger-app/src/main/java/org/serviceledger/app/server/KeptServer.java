package org.serviceledger.app.server;

import java.time.Duration;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** A started server, as its {@link Supervisor} sees it. */
sealed interface KeptServer extends AutoCloseable {

    boolean isRunning();

    /** Whether the server answers a request. */
    boolean answers();

    /** Kills a server that hangs. */
    void kill();

    /** Stops the server in order, or cleans up after one that has ended. */
    @Override
    void close();

    /** PostgreSQL. Its process ends when it cannot continue, so a running process is assumed to answer. */
    record Postgres(EmbeddedPostgres server) implements KeptServer {

        @Override
        public boolean isRunning() {
            return server.isRunning();
        }

        @Override
        public boolean answers() {
            return isRunning();
        }

        @Override
        public void kill() {
            server.close();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** Elasticsearch. It may hang, or run out of memory and refuse every request. */
    record Elasticsearch(EmbeddedElasticsearch server) implements KeptServer {

        private static final Duration LIMIT = Duration.ofSeconds(10);

        @Override
        public boolean isRunning() {
            return server.isRunning();
        }

        @Override
        public boolean answers() {
            return server.answers(LIMIT);
        }

        @Override
        public void kill() {
            server.kill();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
