package org.serviceledger.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceledger.app.terminal.ProgressBar.Unit;
import org.serviceledger.app.testing.InEnglish;
import org.serviceledger.words.Language;

@ExtendWith(InEnglish.class)
class ProgressBarTest {

    private final StringWriter shown = new StringWriter();

    @Test
    @Timeout(10)
    void movesOnATerminalAndMakesRoomForALineThatStays() {
        var bar = new ProgressBar(new PrintWriter(shown), true);

        while (shown.toString().isEmpty()) {
            bar.at(1_500, 3_000, Unit.EVENTS, () -> "7 events/s");
        }
        bar.say("done");

        var line = "[############............]  50%  1,500 of 3,000 events  7 events/s";
        assertThat(shown).hasToString("%s\r%s\rdone%n".formatted(line, " ".repeat(line.length())));
    }

    @Test
    void isFullWhenThereIsNothingToDoAndWhenMoreIsDoneThanWasFound() {
        assertThat(ProgressBar.line(0, 0, Unit.BYTES, "SHA-256"))
                .isEqualTo("[########################] 100%  0 of 0 bytes  SHA-256");
        assertThat(ProgressBar.line(5, 4, Unit.BYTES, "SHA-256"))
                .isEqualTo("[########################] 100%  5 of 4 bytes  SHA-256");
    }

    @Test
    @Timeout(10)
    void makesRoomForChineseToo() {
        var bar = new ProgressBar(new PrintWriter(shown), true);

        Language.CHINESE.speaking(() -> {
            while (shown.toString().isEmpty()) {
                bar.at(1_500, 3_000, Unit.EVENTS, () -> "每秒 7 个事件");
            }
            bar.clear();
            return bar;
        });

        var line = "[############............]  50%  1,500 / 3,000 个事件  每秒 7 个事件";
        assertThat(shown).hasToString("%s\r%s\r".formatted(line, " ".repeat(line.length() + 8)));
    }

    @Test
    void isSilentElsewhereForTheFirstSeconds() {
        var bar = new ProgressBar(new PrintWriter(shown), false);

        bar.at(1, 2, Unit.BYTES, () -> "SHA-256");

        assertThat(shown.toString()).isEmpty();
    }
}
