package org.serviceledger.projection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.projection.text.ChineseText.Range;

class ChineseTextTest {

    @Test
    void indexesPairsAndSingleCharacters() {
        assertThat(ChineseText.words("营业执照").split(" "))
                .containsExactlyInAnyOrder("营", "业", "执", "照", "营业", "业执", "执照");
    }

    @Test
    void asksForPairsUnlessOneCharacterIsAllThereIs() {
        assertThat(ChineseText.query("营业执照")).isEqualTo("营业 业执 执照");
        assertThat(ChineseText.query("照")).isEqualTo("照");
    }

    @ParameterizedTest
    @CsvSource({
        "个体工商户营业执照办理, 营业执照, true",
        "个体工商户营业执照办理, 照, true",
        "个体工商户营业执照办理, 执业, false",
        "ＡＢＣ有限公司 2026年, abc 2026, true",
        "生育服务证, 服务, true",
    })
    void findsWhatStandsThere(String indexed, String asked, boolean found) {
        assertThat(List.of(ChineseText.words(indexed).split(" "))
                        .containsAll(List.of(ChineseText.query(asked).split(" "))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "个体工商户营业执照办理, yyzz, true",
        "个体工商户营业执照办理, YYZZ, true",
        "个体工商户营业执照办理, yingyezhizhao, true",
        "个体工商户营业执照办理, yingye zhizhao, true",
        "个体工商户营业执照办理, zzyy, false",
        "残疾人证核发, cjrz, true",
        "老年优待证, lvyou, false",
    })
    void findsWhatIsTypedInPinyin(String indexed, String asked, boolean found) {
        assertThat(List.of(ChineseText.pinyin(indexed).split(" "))
                        .containsAll(List.of(ChineseText.pinyinQuery(asked).split(" "))))
                .isEqualTo(found);
    }

    @Test
    void nothingInNothingOut() {
        assertThat(ChineseText.words(null, "", "  ")).isEmpty();
        assertThat(ChineseText.pinyin(null, "2026")).isEmpty();
        assertThat(ChineseText.query(null)).isEmpty();
        assertThat(ChineseText.pinyinQuery("营业执照 2026")).isEmpty();
    }

    @Test
    void marksWhatMatches() {
        assertThat(ChineseText.matches("个体工商户营业执照办理", "营业执照")).containsExactly(new Range(5, 9));
        assertThat(ChineseText.matches("照片与执照", "照")).containsExactly(new Range(0, 1), new Range(4, 5));
        assertThat(ChineseText.matches("个体工商户", "营业")).isEmpty();
    }
}
