package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.subject.MasterKey;

/**
 * Secrets that the store generates and needs later are on disk, and so are their directory entries, before they are
 * used.
 */
class StoreSecretsTest {

    @TempDir
    private Path directory;

    @Test
    void theMasterKeyIsOnTheDiskWhenItIsMade() throws IOException {
        var file = directory.resolve("master-key");

        var forced = Forced.during(() -> MasterKey.of(file));

        assertThat(forced).hasSize(2).last().isEqualTo(directory);
        assertThat(forced.getFirst())
                .hasParentRaw(directory)
                .asString()
                .contains("master-key-")
                .endsWith(".new");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
        isTheOwnersAlone(file);
    }

    @Test
    void thePasswordsOfTheDatabaseAreOnTheDiskWhenTheyAreMade() throws IOException {
        var forced = Forced.during(() -> EmbeddedPostgres.start(directory).close());

        var owner = directory.resolve("ledger_owner.password");
        var application = directory.resolve("ledger_app.password");
        assertThat(forced)
                .containsExactly(Path.of(owner + ".new"), directory, Path.of(application + ".new"), directory);
        isTheOwnersAlone(owner);
        isTheOwnersAlone(application);
    }

    private static void isTheOwnersAlone(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
