package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class MerkleFrontierTest {

    @ParameterizedTest
    @MethodSource("org.serviceledger.store.log.KnownTree#all")
    void hasTheKnownRoots(KnownTree known) {
        var frontier = MerkleFrontier.empty();
        known.leaves().forEach(leaf -> frontier.append(leafHash(leaf)));

        assertThat(HexFormat.of().formatHex(frontier.root())).isEqualTo(known.root());
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

    /** The Merkle tree hash, written as RFC 6962 §2.1 defines it. */
    public static byte[] treeHash(List<byte[]> leafHashes) {
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
