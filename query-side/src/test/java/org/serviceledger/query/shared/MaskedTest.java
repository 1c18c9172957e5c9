package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({"王, 王*", "王明, 王*", "王小明, 王**", "欧阳小明, 欧***", "如东某某有限公司, 如东****公司", "John Smith, Jo******th"})
    void showsNoMoreThanItsEnds(String name, String masked) {
        assertThat(Masked.name(name)).isEqualTo(masked);
    }
}
