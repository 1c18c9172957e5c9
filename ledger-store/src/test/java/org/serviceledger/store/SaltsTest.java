package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SaltsTest {

    @Test
    void noSaltComesTwiceOverManyStretchesAndSources() {
        var here = new Salts();
        var elsewhere = new Salts();
        var seen = new HashSet<String>();

        IntStream.range(0, 20_000)
                .forEach(i -> seen.add(HexFormat.of().formatHex((i % 2 == 0 ? here : elsewhere).next())));

        assertThat(seen).hasSize(20_000).allMatch(salt -> salt.length() == 2 * Salts.BYTES);
    }

    @Test
    void everyBitIsSetAboutHalfTheTime() {
        var salts = new Salts();
        var set = new int[Salts.BYTES * Byte.SIZE];
        for (int i = 0; i < 10_000; i++) {
            var salt = salts.next();
            for (int bit = 0; bit < set.length; bit++) {
                set[bit] += salt[bit / Byte.SIZE] >> (bit % Byte.SIZE) & 1;
            }
        }

        assertThat(Arrays.stream(set)).allMatch(times -> times > 4_700 && times < 5_300);
    }
}
