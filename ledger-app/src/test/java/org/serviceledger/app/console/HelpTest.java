package org.serviceledger.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.words.Language;

/** The help of each command is in one language only. */
@Isolated("it catches what the whole JVM prints")
class HelpTest {

    /** Commands and options that users type, which are the same in both languages. */
    private static final String TYPED = "\\./ledger( [a-z-]+)?|--[a-z-]+";

    private static final String ENGLISH_SENTENCE = "[A-Za-z]{2,}\\s+[a-z]{2,}";
    private static final String CHINESE = "[\\p{IsHan}\u3000-\u303f\uff00-\uffef]";

    static Stream<String> commands() {
        return Ledger.line(Language.CHINESE).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isChinese(String command) {
        var help = Terminal.run(command, "--help", "--lang=zh-CN");

        assertThat(help.exitCode()).isZero();
        assertThat(help.errors()).isEmpty();
        assertThat(help.output()).startsWith("用法：./ledger " + command).contains("--lang=zh-CN|en", "显示本帮助");
        assertThat(help.output().replaceAll(TYPED, "")).doesNotContainPattern(ENGLISH_SENTENCE);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isEnglish(String command) {
        var help = Terminal.run(command, "--help", "--lang", "en");

        assertThat(help.exitCode()).isZero();
        assertThat(help.errors()).isEmpty();
        assertThat(help.output())
                .startsWith("Usage: ./ledger " + command)
                .contains("--lang=zh-CN|en", "Show this help")
                .doesNotContainPattern(CHINESE)
                .doesNotContain("null", "{");
    }

    @Test
    void namesTheCommands() {
        assertThat(Terminal.run("--help", "--lang=zh-CN").output())
                .startsWith("用法：./ledger ")
                .contains("政务服务台账。", "命令：")
                .contains(commands().toList());
        assertThat(Terminal.run("--lang=en", "--help").output())
                .contains("The service-record ledger.", "Commands:")
                .doesNotContainPattern(CHINESE);
    }

    @Test
    void tellsTheDefaults() {
        assertThat(Terminal.run("serve", "--help", "--lang=zh-CN").output())
                .contains("（默认：8080）")
                .contains("（默认：.ledger）");
        assertThat(Terminal.run("serve", "--help", "--lang=en").output()).contains("(default: .ledger)");
    }
}
