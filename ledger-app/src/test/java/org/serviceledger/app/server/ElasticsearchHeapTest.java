package org.serviceledger.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.app.data.LedgerFailed;

class ElasticsearchHeapTest {

    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({"1, 512", "2, 512", "4, 768", "8, 1792", "24, 4096", "256, 4096"})
    void isAQuarterOfWhatTheApplicationLeaves(long gigabytes, int megabytes) {
        assertThat(ElasticsearchHeap.megabytes(Map.of(), gigabytes * GIGABYTE, GIGABYTE))
                .isEqualTo(megabytes);
    }

    @Test
    void isWhatTheEnvironmentSays() {
        assertThat(ElasticsearchHeap.megabytes(told("2g"), GIGABYTE, GIGABYTE)).isEqualTo(2048);
        assertThat(ElasticsearchHeap.megabytes(told(" 768M "), GIGABYTE, GIGABYTE))
                .isEqualTo(768);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "2", "64m", "32g", "-1g", "99999999g"})
    void isRefusedIfItIsNone(String told) {
        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> ElasticsearchHeap.megabytes(told(told), GIGABYTE, GIGABYTE))
                .withMessageContaining("LEDGER_ELASTICSEARCH_HEAP")
                .withMessageContaining("'" + told + "'");
    }

    private static Map<String, String> told(String size) {
        return Map.of("LEDGER_ELASTICSEARCH_HEAP", size);
    }
}
