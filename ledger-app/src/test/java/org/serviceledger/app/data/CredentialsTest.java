package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.app.testing.InEnglish;

@ExtendWith(InEnglish.class)
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                clerk                                   | line 1 does not read name=password
                '# by hand\\nadmin=a\\nclerk=\\n'    | line 3 does not read name=password
                admin=a\\n\\0\\0\\0=\\0             | line 2 does not read name=password
                admin=a\\nclerk=b\\nadmin=c          | line 3 names admin for the second time
                '# only a remark'                       | it holds no line name=password
                """)
    void sayWhatIsWrongWithTheirFileAndLeaveItAlone(String content, String complaint) throws IOException {
        var file = Files.writeString(
                Credentials.file(root), content.replace("\\n", "\n").replace("\\0", "\0"));
        var before = Files.readString(file);

        for (var use : List.<ThrowingCallable>of(
                () -> Credentials.completed(root, List.of("clerk")), () -> Credentials.read(root))) {
            assertThatExceptionOfType(LedgerFailed.class)
                    .isThrownBy(use)
                    .withMessageContaining(file.toString())
                    .withMessageContaining(complaint);
        }
        assertThat(file).hasContent(before);
    }

    @Test
    void areNotMadeAnewWhenTheirFileWasCutToNothing() throws IOException {
        Files.createFile(Credentials.file(root));

        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> Credentials.completed(root, List.of("clerk")))
                .withMessageContaining("it holds no line");
        assertThat(Credentials.file(root)).isEmptyFile();
    }
}
