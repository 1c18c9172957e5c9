package org.serviceledger.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("it catches what the whole JVM prints")
class ServeTest {

    private static final String KEY = "ledger.example.gov.cn+fef51ed3+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--roles=auditor | there is no role 'auditor': the roles are all and witness",
                "--roles=all,witness | a witness runs by itself",
                "--trust=KEY | add --roles=witness",
                "--roles=witness --trust=KEY | --name",
                "--roles=witness --name=w | --trust",
                "--roles=witness --name=w --trust=nothing | neither a verifier key nor a file",
                "--roles=witness --name=w --trust=a+b+c | --trust: no verifier key: 'a+b+c'",
                "--roles=witness --name=a+b --trust=KEY | --name: no name of a key: 'a+b'",
                "--roles=witness --name=w --trust=witness.example.com/w1+7e6f4aaa+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
                        + " | is the key of a witness, not of a log",
                "--roles=witness --name=w --trust=KEY --port=99999 | a port is a number",
            })
    void whatItCannotBeIsToldInALine(String options, String reason) {
        var arguments =
                ("serve --lang=en --data=" + temporary.resolve("data") + " " + options.replace("KEY", KEY)).split(" ");

        var said = Terminal.run(arguments);

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.errors()).hasLineCount(1).startsWith("ledger: ").contains(reason);
        assertThat(temporary.resolve("data")).doesNotExist();
    }
}
