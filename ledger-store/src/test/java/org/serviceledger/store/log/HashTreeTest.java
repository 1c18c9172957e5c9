package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashTreeTest {

    private static final int MOST = 100_000;
    private static final Levels TREE = new Levels(LongStream.range(0, MOST)
            .mapToObj(i -> ByteBuffer.allocate(Long.BYTES).putLong(i).array()));

    @ParameterizedTest
    @MethodSource("org.serviceledger.store.log.KnownTree#all")
    void theKnownAnswers(KnownTree known) {
        var root = new Levels(known.leaves().stream()).root(known.size());

        assertThat(HexFormat.of().formatHex(root.bytes())).isEqualTo(known.root());
    }

    static LongStream sizes() {
        return LongStream.concat(
                LongStream.of(1, 2, 3, 255, 256, 257, 511, 65_535, 65_536, 65_537, MOST),
                new Random(20200416).longs(40, 1, MOST + 1));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyLeafIsProvedToBeThereAndNowhereElse(long size) {
        var root = TREE.root(size);
        var random = new Random(size);
        for (var index : LongStream.concat(LongStream.of(0, size - 1), random.longs(20, 0, size))
                .toArray()) {
            var proof = TREE.inclusion(index, size);

            assertThat(proof.flaw(TREE.full(0, index), root)).isEmpty();
            assertThat(proof.flaw(TREE.full(0, (index + 1) % MOST), root)).isPresent();
            assertThat(new MerkleProof.Inclusion(index ^ 1, size, proof.hashes()).flaw(TREE.full(0, index), root))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyTreeIsProvedToBeTheBeginningOfLargerOnes(long larger) {
        var root = TREE.root(larger);
        var random = new Random(larger);
        for (var smaller : LongStream.concat(LongStream.of(1, larger), random.longs(20, 1, larger + 1))
                .toArray()) {
            var proof = TREE.consistency(smaller, larger);

            assertThat(proof.flaw(TREE.root(smaller), root)).isEmpty();
            assertThat(proof.flaw(TREE.root(smaller % MOST + 1), root)).isPresent();
        }
    }

    @Test
    void whatIsNotThereCannotBeProved() {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> TREE.inclusion(5, 5));
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> TREE.inclusion(-1, 5));
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> TREE.consistency(0, 5));
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> TREE.consistency(6, 5));
    }
}
