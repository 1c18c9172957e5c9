package org.serviceledger.projection.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.cases.CaseId;

class CodeHasherTest {

    private static final CaseId ONE = CaseId.ofNumber("320623100-1");
    private static final CaseId OTHER = CaseId.ofNumber("320623100-2");

    private final CodeHasher hasher = new CodeHasher(new byte[32]);

    /** Computed with: printf 'case-320623100-1\n8F3K2M' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00 (32 bytes) */
    @Test
    void isHmacOfCaseAndCode() {
        assertThat(hasher.hash(ONE, "8F3K2M"))
                .isEqualTo("cfa880355d5f346c9abaecb05b7f5c76fdc6ed23156c5e53c6c15bd683df98d0");
    }

    @Test
    void capitalAndSmallLettersAreAlike() {
        assertThat(hasher.hash(ONE, "8f3k2m")).isEqualTo(hasher.hash(ONE, "8F3K2M"));
    }

    @Test
    void theSameCodeOfTwoCasesLooksDifferent() {
        assertThat(hasher.hash(OTHER, "123456")).isNotEqualTo(hasher.hash(ONE, "123456"));
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        var key = new byte[32];
        key[31] = 1;

        assertThat(new CodeHasher(key).hash(ONE, "123456")).isNotEqualTo(hasher.hash(ONE, "123456"));
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeHasher(new byte[16]));
    }
}
