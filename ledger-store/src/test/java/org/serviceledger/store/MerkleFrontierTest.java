package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.store.log.Sha256;

class MerkleFrontierTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> CLASSIC_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c442, b855",
        "1, 6e340b9c, a01d",
        "2, fac54203, c125",
        "3, aeb6bcfe, 6e77",
        "4, d37ee418, 14b7",
        "5, 4e3bbb1f, 64d4",
        "6, 76e67dad, 87ef",
        "7, ddb89be4, 4c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328, 4328"
    })
    void hasTheKnownRoots(int size, String start, String end) {
        var frontier = MerkleFrontier.empty();
        CLASSIC_LEAVES.stream().limit(size).map(HEX::parseHex).forEach(leaf -> frontier.append(leafHash(leaf)));

        assertThat(HEX.formatHex(frontier.root())).startsWith(start).endsWith(end);
    }

    @Test
    void agreesWithTheDefinitionAtEverySizeThroughSaveAndLoad() {
        var random = new SplittableRandom(6962);
        var leaves = new ArrayList<byte[]>();
        var frontier = MerkleFrontier.empty();
        for (int size = 1; size <= 300; size++) {
            var leaf = new byte[random.nextInt(40)];
            random.nextBytes(leaf);
            leaves.add(leafHash(leaf));
            frontier.append(leaves.getLast());

            assertThat(frontier.root()).as("root of %d leaves", size).isEqualTo(treeHash(leaves));
            frontier = MerkleFrontier.of(size, frontier.toBytes());
        }
    }

    @Test
    void noticesADamagedHead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MerkleFrontier.of(3, new byte[32]))
                .withMessageContaining("damaged");
    }

    /** RFC 6962 §2.1, word for word. */
    static byte[] treeHash(List<byte[]> leafHashes) {
        if (leafHashes.isEmpty()) {
            return Sha256.digest().digest();
        }
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        int k = Integer.highestOneBit(leafHashes.size() - 1);
        var sha256 = Sha256.digest();
        sha256.update((byte) 1);
        sha256.update(treeHash(leafHashes.subList(0, k)));
        return sha256.digest(treeHash(leafHashes.subList(k, leafHashes.size())));
    }

    private static byte[] leafHash(byte[] leaf) {
        var sha256 = Sha256.digest();
        sha256.update((byte) 0);
        return sha256.digest(leaf);
    }
}
