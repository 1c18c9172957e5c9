package org.serviceledger.app.server;

import java.time.Duration;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** A server that was started, as whoever keeps it running sees it. */
sealed interface KeptServer extends AutoCloseable {

    boolean isRunning();

    /** Whether it does its work. */
    boolean answers();

    /** Ends one that hangs. */
    void kill();

    /** Stops it in order, or lets go of one that has ended. */
    @Override
    void close();

    /** One whose process ends when it cannot go on; it is trusted to answer as long as it runs. */
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

    /** One that may hang, or run out of memory and refuse everything. */
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
