package org.serviceledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests message rendering with the bundle {@code terms} in the test resources. */
class WordsTest {

    private enum Fruit implements Term {
        APPLE,
        PEAR
    }

    private enum Ripeness {
        GREEN,
        RIPE
    }

    private record Bought(@Nullable Fruit fruit, int count, Ripeness ripeness, Instant at) {}

    private record Basket(List<Object> holds) {}

    private static final Instant AT = Instant.parse("2026-11-28T01:05:00Z");

    @Test
    void aRecordIsSaidByTheMessageOfItsNameWithItsComponents() {
        var bought = new Bought(Fruit.APPLE, 1_200, Ripeness.RIPE, AT);

        assertThat(Message.of(bought).in(Language.ENGLISH))
                .isEqualTo("1,200 ripe apples were bought on 28 November 2026 09:05");
        assertThat(Message.of(bought).in(Language.CHINESE)).isEqualTo("2026年11月28日 09:05 买了 1,200 个熟苹果");
        assertThat(Message.of(new Bought(null, 1, Ripeness.GREEN, AT.plusSeconds(7)))
                        .in(Language.ENGLISH))
                .isEqualTo("1 green none was bought on 28 November 2026 09:05:07");
    }

    @Test
    void elementsMessagesAndDatesAreSaidInTheSameLanguage() {
        var basket = new Basket(List.of(Fruit.PEAR, Message.of("WordsTest.empty"), LocalDate.of(2026, 1, 2), "x"));

        assertThat(Message.of(basket).in(Language.CHINESE)).isEqualTo("篮子里有：梨、空的、2026年1月2日、x");
        assertThat(Message.of(basket).in(Language.ENGLISH))
                .isEqualTo("the basket holds pear, empty, 2 January 2026, x");
    }

    @Test
    void whatIsSpokenIsBoundToTheWorkAround() {
        assertThat(Fruit.APPLE.term()).isEqualTo("苹果");
        assertThat(Language.ENGLISH.<String, RuntimeException>speaking(Fruit.APPLE::term))
                .isEqualTo("apple");
        assertThat(Language.current()).isEqualTo(Language.CHINESE);
    }

    @Test
    void aMissingMessageOrArgumentIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.say("WordsTest.nothing"))
                .withMessage("there are no words in zh-CN for WordsTest.nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.say("WordsTest.Basket"))
                .withMessage("WordsTest.Basket is not given its holds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB,en;q=0.9     | ENGLISH
            zh-TW              | CHINESE
            de,en;q=0.5        | ENGLISH
            en;q=0.2,zh;q=0.3  | CHINESE
            de                 | CHINESE
            *                  | CHINESE
            ;;q=x              | CHINESE
            """)
    void theLanguageIsTheOneAcceptedMost(String accepted, Language language) {
        assertThat(Language.accepted(accepted)).isEqualTo(language);
    }
}
