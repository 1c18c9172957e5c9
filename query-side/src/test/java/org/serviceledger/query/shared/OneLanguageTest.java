package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;

/** A question without an answer gets its problem in the language of the request, and in no other. */
@QueryTest
class OneLanguageTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /**
     * Names of parameters and formats are the same in both languages. Two such words in a row would be an English
     * sentence.
     */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    @Autowired
    private Asked asked;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases?nonsense=1",
                "/api/cases?q=a&q=b",
                "/api/cases?q=a%00b",
                "/api/cases?limit=0&organization=x&window=y",
                "/api/cases?from=9999-01-01",
                "/api/cases?from=2026-11-02&to=2026-11-01",
                "/api/cases?from=yesterday",
                "/api/cases?cursor=!",
                "/api/cases?minPosition=-1&timeout=2h",
                "/api/cases?minPosition=1000000&timeout=1ms",
                "/api/cases?organization=org-320999",
                "/api/cases/---",
                "/api/cases/NONE-SUCH",
                "/api/cases/320623001-0001/evidence",
                "/api/acts?type=case.slept",
                "/api/reports/attendance?month=2026-11",
                "/api/reports/attendance?person=staff-1&from=2024-01-01&to=2026-01-01&month=2026-11",
                "/api/reports/performance?from=2026-11-01",
                "/api/reports/performance?from=2020-01-01&to=2026-11-02&groupBy=DAY",
                "/api/public/items/NONE-SUCH",
                "/api/public/halls/320999",
                "/api/public/progress",
                "/api/public/progress?number=ONE-LANGUAGE&code=000000",
                "/api/public/statistics?from=x"
            })
    void isTheOneSpoken(String address) {
        var english = asked.problem(SignedInUser.manager(), address, "en");
        var chinese = asked.problem(SignedInUser.manager(), address, "zh-CN");

        assertThat(chinese.status()).isEqualTo(english.status()).isGreaterThanOrEqualTo(400);
        assertThat(chinese.rule()).isEqualTo(english.rule()).isNotBlank();
        assertThat(english.language()).isEqualTo("en");
        assertThat(chinese.language()).isEqualTo("zh-CN");
        assertThat(english.texts()).isNotBlank().doesNotContainPattern(HAN);
        assertThat(chinese.texts()).containsPattern(HAN).doesNotContainPattern(ENGLISH);
    }

    @Test
    void faultsAreListedInIt() {
        var address = "/api/cases?limit=0&timeout=2h";

        assertThat(asked.problem(SignedInUser.manager(), address, "en")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo(
                        "The question cannot be understood: limit must be between 1 and 200; timeout must be a duration"
                                + " between 0 and 60 seconds, such as 5s");
        assertThat(asked.problem(SignedInUser.manager(), address, "zh-CN")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("查询条件有误：limit 须在 1 与 200 之间；timeout 须为 0 至 60 秒的时长，如 5s");
    }
}
