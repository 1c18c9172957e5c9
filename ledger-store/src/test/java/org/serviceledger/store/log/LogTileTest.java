package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.log.LogTile.Entries;
import org.serviceledger.store.log.LogTile.Hashes;

class LogTileTest {

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("tile/0/000", new Hashes(0, 0, 256)),
                Arguments.of("tile/0/999", new Hashes(0, 999, 256)),
                Arguments.of("tile/0/x001/000", new Hashes(0, 1_000, 256)),
                Arguments.of("tile/0/x001/x234/067", new Hashes(0, 1_234_067, 256)),
                Arguments.of("tile/0/273.p/112", new Hashes(0, 273, 112)),
                Arguments.of("tile/2/000.p/1", new Hashes(2, 0, 1)),
                Arguments.of("tile/63/000.p/255", new Hashes(63, 0, 255)),
                Arguments.of("tile/entries/x001/x000/000", new Entries(1_000_000, 256)),
                Arguments.of("tile/entries/000.p/17", new Entries(0, 17)));
    }

    @ParameterizedTest
    @MethodSource
    void paths(String path, LogTile tile) {
        assertThat(tile.path()).isEqualTo(path);
        assertThat(LogTile.parse(path)).isEqualTo(tile);
    }

    @Test
    void everyTileIsFoundUnderItsPath() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var tile = new Hashes(
                    random.nextInt(8), random.nextLong(1L << (1 + random.nextInt(40))), 1 + random.nextInt(256));

            assertThat(LogTile.parse(tile.path())).isEqualTo(tile);
        }
    }

    @Test
    void theRightEdgeOfSeventyThousand() {
        assertThat(LogTile.atTheEdge(70_000))
                .containsExactly(new Hashes(0, 273, 112), new Hashes(1, 1, 17), new Hashes(2, 0, 1));
        assertThat(LogTile.atTheEdge(65_536)).containsExactly(new Hashes(2, 0, 1));
        assertThat(LogTile.atTheEdge(0)).isEmpty();
    }

    @Test
    void aLogHasATileWhenItHasAllOfItsHashes() {
        assertThat(new Hashes(0, 0, 1).isIn(0)).isFalse();
        assertThat(new Hashes(0, 273, 112).isIn(70_000)).isTrue();
        assertThat(new Hashes(0, 273, 113).isIn(70_000)).isFalse();
        assertThat(new Hashes(0, 274, 1).isIn(70_000)).isFalse();
        assertThat(new Entries(273, 112).isIn(70_000)).isTrue();
        assertThat(new Hashes(2, 0, 1).isIn(70_000)).isTrue();
        assertThat(new Hashes(2, 0, 1).isIn(65_535)).isFalse();
        assertThat(new Hashes(7, 0, 127).isIn(Long.MAX_VALUE)).isTrue();
        assertThat(new Hashes(7, 0, 128).isIn(Long.MAX_VALUE)).isFalse();
        for (int level = 8; level <= LogTile.HIGHEST_LEVEL; level++) {
            assertThat(new Hashes(level, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
        }
        assertThat(new Hashes(0, (1L << 55) - 1, 255).isIn(Long.MAX_VALUE)).isTrue();
        assertThat(new Hashes(0, (1L << 55) - 1, 256).isIn(Long.MAX_VALUE)).isFalse();
        assertThat(new Hashes(0, 1L << 56, 256).isIn(Long.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
                "tile/0/001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/",
                "tile/0/000/",
                "tile/entry/000",
                "tile/0/../0/000",
                "tile/8/0/000",
                "/tile/0/000",
            })
    void whatIsNoPathIsRefused(String path) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> LogTile.parse(path));
    }
}
