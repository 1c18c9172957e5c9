package org.serviceledger.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceledger.query.performance.PerformanceReport.Definition;
import org.serviceledger.words.Language;
import org.serviceledger.words.Words;

/** Tests how the definitions of figures read in each language. */
class DefinitionsTest {

    @Test
    void areSaidInTheLanguageSpoken() {
        assertThat(in(Language.ENGLISH))
                .contains(
                        new Definition(
                                "accepted",
                                "Accepted",
                                "cases accepted in the period, deemed acceptance included",
                                null,
                                "exact count",
                                "0"),
                        new Definition(
                                "ratings.goodRate",
                                "Good ratings",
                                "ratings of the three upper levels",
                                "ratings.count",
                                "rounded down to 4 places",
                                "null when the denominator is 0"));
        assertThat(in(Language.CHINESE))
                .contains(
                        new Definition("accepted", "受理", "期间内受理的办件，含视为受理", null, "精确计数", "0"),
                        new Definition("ratings.goodRate", "好评率", "上三级的评价", "评价数", "向下取至 4 位小数", "分母为 0 时为空"));
    }

    @Test
    void areOfTheSameFiguresInTheSameOrder() {
        assertThat(in(Language.ENGLISH).stream().map(Definition::figure))
                .containsExactlyElementsOf(
                        in(Language.CHINESE).stream().map(Definition::figure).toList());
    }

    @ParameterizedTest
    @EnumSource
    void areAllThereIsUnderTheNamesOfFigures(Language language) {
        var figures = in(language).stream().map(Definition::figure).toList();

        assertThat(Words.in(language).keys())
                .filteredOn(key -> key.matches("metric\\..+\\..+"))
                .allSatisfy(key -> assertThat(figures).contains(key.replaceAll("^metric\\.|\\.[^.]+$", "")));
    }

    private static List<Definition> in(Language language) {
        return language.<List<Definition>, RuntimeException>speaking(Definitions::said);
    }
}
