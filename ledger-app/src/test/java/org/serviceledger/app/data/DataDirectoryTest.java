package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
