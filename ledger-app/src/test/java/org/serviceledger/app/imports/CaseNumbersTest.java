package org.serviceledger.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.cases.CaseId;

class CaseNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "case-10011, 10011",
        "10011, 10011",
        "case_17, case_17",
        "A_2012-1, A_005F2012-1",
        "办件 7, 0_-_529E_4EF6_00207",
        "case-case-1, case-1",
        "case-, case-",
        "-1, 0_--1",
        "a/b, a_002Fb",
    })
    void areMadeOfNames(String name, String number) {
        assertThat(ImportedNumbers.numberOf(name)).isEqualTo(number);
    }

    @Test
    void areAlwaysLegalAndLeadBack() {
        var random = new SplittableRandom(7);
        var alphabet = "ab_-.0F4件 /";
        var names = new HashMap<String, String>();
        for (var i = 0; i < 50_000; i++) {
            var name = new StringBuilder();
            for (var length = random.nextInt(1, 9); length > 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var number = ImportedNumbers.numberOf(name.toString());

            assertThat(CaseId.ofNumber(number).number()).isEqualTo(number);
            assertThat(ImportedNumbers.nameOf(number)).isEqualTo(name.toString());
            assertThat(names.putIfAbsent(number, name.toString())).isIn(null, name.toString());
        }
    }

    @Test
    void ofLongNamesAreShortenedWithADigest() {
        var one = ImportedNumbers.numberOf("办件".repeat(40) + "1");
        var other = ImportedNumbers.numberOf("办件".repeat(40) + "2");

        assertThat(one).hasSize(50).isNotEqualTo(other);
        assertThat(CaseId.ofNumber(one).number()).isEqualTo(one);
    }
}
