package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.projection.engine.DocumentFlaw.Absent;
import org.serviceledger.projection.engine.DocumentFlaw.Behind;
import org.serviceledger.projection.engine.DocumentFlaw.Differs;
import org.serviceledger.projection.engine.DocumentFlaw.Surplus;
import org.serviceledger.projection.engine.DocumentFlaw.Unfoldable;
import org.serviceledger.words.Language;

class DocumentFlawTest {

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(
                        new Differs("cases", "case-1", "state"),
                        "document case-1 of cases: 'state' is not what its events give",
                        "读模型 cases 的文档 case-1：字段 state 与事件推出的不符"),
                Arguments.of(
                        new Absent("cases", "case-1", 12_345),
                        "document case-1 of cases: it is missing; the event at position 12345 changed it last",
                        "读模型 cases 的文档 case-1：缺失（最近一次变更在位置 12345）"),
                Arguments.of(
                        new Surplus("cases", "case-1"),
                        "document case-1 of cases: no event gives it",
                        "读模型 cases 的文档 case-1：没有任何事件产生过它"),
                Arguments.of(
                        new Unfoldable(12_345),
                        "documents: the event at position 12345 cannot be folded, so none was compared",
                        "读模型文档：位置 12345 的事件无法读取或推演，未比对任何文档"),
                Arguments.of(
                        new Behind("cases", "case-1", 1, 12_345),
                        "document case-1 of cases: it is as of position 1, and the event at position 12345 changed it",
                        "读模型 cases 的文档 case-1：停在位置 1，而位置 12345 的事件已使其变更"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void isOneLineInEachLanguage(DocumentFlaw flaw, String english, String chinese) {
        assertThat(flaw.line(Language.ENGLISH)).isEqualTo(english);
        assertThat(flaw.line(Language.CHINESE)).isEqualTo(chinese);
    }
}
