package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.app.testing.InEnglish;

@ExtendWith(InEnglish.class)
class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void isMadeOnTheFirstStartAndFoundAgain() {
        var root = temporary.resolve("a/b");
        DataDirectory.open(root, 1).close();

        try (var again = DataDirectory.open(root, 1)) {
            assertThat(again.log()).isDirectory();
        }
    }

    @Test
    void isOursAloneAsLongAsItIsOpen() {
        try (var first = DataDirectory.open(temporary, 1)) {
            assertThat(first.root()).isEqualTo(temporary);
            assertThatExceptionOfType(LedgerFailed.class)
                    .isThrownBy(() -> DataDirectory.open(temporary, 1))
                    .withMessageContaining("in use by a running ledger")
                    .withMessageContaining("--data");
        }
        DataDirectory.open(temporary, 1).close();
    }

    @Test
    void isNotSomebodyElses() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "three years of work");

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(temporary, 1))
                .withMessageContaining("holds something else than a ledger");
        assertThat(temporary).isDirectoryNotContaining("glob:**.service-ledger");
    }

    @Test
    void isNotAFile() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(file, 1))
                .withMessageContaining("is a file");
    }

    @Test
    void mustBeWritable() {
        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(Path.of("/proc/ledger"), 1))
                .withMessageContaining("cannot write to /proc/ledger")
                .withMessageContaining("choose another directory");
    }

    @Test
    void mustHaveRoom() {
        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(temporary, Long.MAX_VALUE >> 20))
                .withMessageContaining("MB are free")
                .withMessageContaining("make room");
        DataDirectory.open(temporary, 1).close();
    }

    @Test
    void isEmptiedWithoutLosingItsLock() throws IOException {
        try (var directory = DataDirectory.open(temporary, 1)) {
            Files.createDirectories(directory.postgres().resolve("data/base"));
            Files.writeString(directory.postgres().resolve("data/base/1"), "x");
            Files.writeString(temporary.resolve("credentials"), "x=y");

            directory.empty();

            assertThat(temporary.resolve("credentials")).doesNotExist();
            assertThat(directory.postgres().resolve("data")).doesNotExist();
            assertThatExceptionOfType(LedgerFailed.class).isThrownBy(() -> DataDirectory.open(temporary, 1));
        }
    }

    @Test
    void isForItsOwnerAloneAlsoIfItWasNotBefore() throws IOException {
        DataDirectory.open(temporary, 1).close();
        var document = temporary.resolve("elasticsearch/data/indices/0");
        Files.createDirectories(document.getParent());
        Files.writeString(document, "李测试");
        for (var open : List.of(temporary, document.getParent(), document)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));
        }

        try (var directory = DataDirectory.open(temporary, 1)) {
            try (var all = Files.walk(directory.root())) {
                assertThat(all).allMatch(path -> mode(path).endsWith("------"));
            }
        }
    }

    @Test
    void isRefusedWithAKeyThatOthersMayHave() throws IOException {
        DataDirectory.open(temporary, 1).close();
        var key = Files.writeString(temporary.resolve("log-key.next"), "key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(temporary, 1))
                .withMessageContaining("chmod 600 " + key);
        assertThat(mode(key)).isEqualTo("rw-r--r--");
    }

    @Test
    void isNotOpenedByAVersionThatDoesNotKnowItsLayout() throws IOException {
        var mark = Files.writeString(temporary.resolve(".service-ledger"), "2\n");

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(temporary, 1))
                .withMessageContaining("later version")
                .withMessageContaining("layout 2, this one knows 1");
        assertThat(mark).hasContent("2");

        Files.writeString(mark, "\0\0");
        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> DataDirectory.open(temporary, 1))
                .withMessageContaining(mark + " is damaged");
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
