package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    @Test
    void axonTakesThem() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void theyAreUuidsOfVersion7AndOfTheirTime() {
        long before = System.currentTimeMillis();
        var id = UUID.fromString(new TimeOrderedIdentifiers().generateIdentifier());
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void noneComesTwiceFromManyThreadsAndTwoProcesses() {
        var seen = ConcurrentHashMap.<String>newKeySet();
        var here = new TimeOrderedIdentifiers();
        var elsewhere = new TimeOrderedIdentifiers();

        IntStream.range(0, 200_000)
                .parallel()
                .forEach(i -> seen.add((i % 2 == 0 ? here : elsewhere).generateIdentifier()));

        assertThat(seen).hasSize(200_000);
    }

    @Test
    void theOrderIsThatOfTheirMaking() throws InterruptedException {
        var identifiers = new TimeOrderedIdentifiers();
        var first = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            first.add(identifiers.generateIdentifier());
        }
        Thread.sleep(2);
        var later = identifiers.generateIdentifier();

        assertThat(first).allMatch(earlier -> earlier.compareTo(later) < 0);
    }
}
