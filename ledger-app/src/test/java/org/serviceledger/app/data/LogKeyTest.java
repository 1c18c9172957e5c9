package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.app.testing.InEnglish;
import org.serviceledger.store.secret.OwnersFile;

@ExtendWith(InEnglish.class)
class LogKeyTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isMadeOnceAndForItsOwnerOnly() throws IOException {
        var file = directory.resolve("log-key");
        var made = LogKey.of(file);

        assertThat(LogKey.of(file).getPublic()).isEqualTo(made.getPublic());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Its public key may be on record a moment later; a power failure must not lose the private key after that. */
    @Test
    void isOnTheDiskWhenItIsMadeAndSoIsItsName() throws IOException {
        var forced = Forced.during(() -> LogKey.of(directory.resolve("log-key")));

        assertThat(forced).containsExactly(directory.resolve("log-key.new"), directory);
    }

    @Test
    void aDamagedKeyIsNotReplaced() throws IOException {
        var file = directory.resolve("log-key");
        OwnersFile.write(file, "not a key\n");

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> LogKey.of(file))
                .withMessageContaining("log-key")
                .withMessageContaining("two lines");
        assertThat(file).hasContent("not a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aKeyThatOthersMayHaveIsRefused(String mode) throws IOException {
        var file = directory.resolve("log-key");
        LogKey.of(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> LogKey.read(file))
                .withMessageContaining(mode)
                .withMessageContaining("chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(LogKey.read(file)).isPresent();
    }
}
