package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path root;

    @Test
    void areRandomAndForTheirOwnerAlone() throws IOException {
        var first = Credentials.completed(root, List.of("clerk", "admin"));
        var file = Credentials.file(root);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrder("clerk=" + first.of("clerk"), "admin=" + first.of("admin"));
        assertThat(first.of("clerk")).hasSize(20).isNotEqualTo(first.of("admin"));
    }

    @Test
    void stayAsTheyAreAndGainNewUsers() throws IOException {
        Files.writeString(Credentials.file(root), "# changed by hand\nclerk=a=b c\n");

        var completed = Credentials.completed(root, List.of("clerk", "admin"));

        assertThat(completed.of("clerk")).isEqualTo("a=b c");
        assertThat(Credentials.read(root)).isEqualTo(completed);
        assertThat(completed.toString()).doesNotContain("a=b c");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Credentials.file(root))))
                .isEqualTo("rw-------");
    }

    @Test
    void sayWhatIsWrongWithTheirFile() throws IOException {
        Files.writeString(Credentials.file(root), "clerk\n");

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> Credentials.completed(root, List.of("clerk")))
                .withMessageContaining("name=password");
    }
}
