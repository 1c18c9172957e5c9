package org.serviceledger.app.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.embedded.RunningPostgres;
import org.serviceledger.words.Message;

/** Access as owner to the PostgreSQL of a data directory. Uses a running server, or starts one until {@link #close}. */
public final class OwnedPostgres implements AutoCloseable {

    private final RunningPostgres access;
    private final @Nullable DataDirectory directory;
    private final @Nullable EmbeddedPostgres started;

    private OwnedPostgres(
            RunningPostgres access, @Nullable DataDirectory directory, @Nullable EmbeddedPostgres started) {
        this.access = access;
        this.directory = directory;
        this.started = started;
    }

    public static OwnedPostgres of(Path data) {
        var postgres = data.resolve("postgres");
        if (!Files.isDirectory(postgres.resolve("data"))) {
            throw new LedgerFailed(Message.of("console.backup.no-ledger", "directory", data));
        }
        return RunningPostgres.asOwner(postgres)
                .map(running -> new OwnedPostgres(running, null, null))
                .orElseGet(() -> started(data));
    }

    private static OwnedPostgres started(Path data) {
        var directory = DataDirectory.open(data, 0);
        try {
            var postgres = EmbeddedPostgres.start(directory.postgres());
            return new OwnedPostgres(
                    new RunningPostgres(postgres.jdbcUrl(), postgres.user(), postgres.password()), directory, postgres);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return access.jdbcUrl();
    }

    public String user() {
        return access.user();
    }

    public String password() {
        return access.password();
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
