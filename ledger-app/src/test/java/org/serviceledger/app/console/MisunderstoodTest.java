package org.serviceledger.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid arguments are reported in one line, in the requested language. */
@Isolated("it catches what the whole JVM prints")
class MisunderstoodTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nonsense               |                | there is no command nonsense    | 没有命令 nonsense
            ""                     |                | no command is given             | 未给出命令
            demo --fast            | demo           | there is no option --fast       | 没有选项 --fast
            demo --port            | demo           | the option --port needs a value | 选项 --port 缺少取值
            demo --port x          | demo           | --port takes a whole number, not 'x' | --port 应为整数，而不是“x”
            demo --data a --data b | demo           | --data may be given only once   | --data 只能给出一次
            demo --witness a       | demo           | --witness takes an address and a key, URL=KEY, not 'a' \
                                                    | --witness 应为地址和公钥（网址=公钥），而不是“a”
            import f --zone Mars   | import         | --zone takes a time zone such as Asia/Shanghai, not 'Mars' \
                                                    | --zone 应为时区（如 Asia/Shanghai），而不是“Mars”
            status more            | status         | nothing takes more              | 多余的参数：more
            restore copies         | restore        | the option --data is missing    | 缺少选项 --data
            backup                 | backup         | missing: DIR                    | 缺少：目录
            verify --policy p      | verify         | --policy is for a bundle        | --policy 用于证据包
            """)
    void isSaidInTheLanguageAskedFor(String arguments, @Nullable String command, String english, String chinese) {
        var line = command == null ? "./ledger" : "./ledger " + command;

        assertSaid("en", arguments, "%s: see %s --help".formatted(english, line));
        assertSaid("zh-CN", arguments, "%s。请看 %s --help".formatted(chinese, line));
    }

    private static void assertSaid(String language, String arguments, String line) {
        var all = Stream.concat(
                Stream.of("--lang=" + language),
                Stream.of(arguments.split(" ")).filter(argument -> !argument.isEmpty()));
        var said = Terminal.run(all.toArray(String[]::new));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errors()).isEqualTo("ledger: %s%n".formatted(line));
        assertThat(said.output()).isEmpty();
    }
}
