package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyFilesTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aKeyOnItsWaySignsNothingUntilItIsSettled() throws IOException {
        var files = files();
        var old = files.made();
        var next = files.next();

        assertThat(files.held()).map(held -> held.verifier()).contains(old.verifier());
        assertThat(files.next().verifier()).as("made once").isEqualTo(next.verifier());
        files.settle(old.verifier());
        assertThat(files.held()).map(held -> held.verifier()).contains(old.verifier());
        assertThat(files.signer(next.verifier()))
                .as("in force, not settled yet")
                .isPresent();

        files.settle(next.verifier());
        files.settle(next.verifier());
        assertThat(files.held()).map(held -> held.verifier()).contains(next.verifier());
        assertThat(files.signer(old.verifier())).as("kept beside").isPresent();
        assertThat(files.next().verifier()).isNotIn(List.of(old.verifier(), next.verifier()));
        try (var all = Files.list(directory)) {
            assertThat(all)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void keysThatTakeEachOthersPlaceAreOnTheDisk() throws IOException {
        var files = files();
        var old = files.made();
        var next = files.next();

        var forced = Forced.during(() -> files.settle(next.verifier()));

        var kept = "log-key." + HexFormat.of().toHexDigits(old.verifier().id());
        assertThat(forced).containsExactly(directory.resolve(kept + ".new"), directory, directory);
    }

    @Test
    void whatIsMissingIsNotMade() {
        assertThat(files().held()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theKeyOfSm2IsMadeWhenItIsWanted() {
        var made = files().beside().orElseThrow();

        assertThat(files().beside()).map(held -> held.verifier()).contains(made.verifier());
        assertThat(made.verifier().signed(made.sign("text\n"))).isTrue();
        assertThat(new LogKeyFiles(directory.resolve("log-key"), "log.example", Duration.ZERO, false).beside())
                .isEmpty();
    }

    private LogKeyFiles files() {
        return new LogKeyFiles(directory.resolve("log-key"), "log.example", Duration.ofDays(30), true);
    }
}
