package org.serviceledger.store.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the trees, valid and invalid proofs, and tiles that vectors.py generates from the definitions of RFC 6962. */
class MerkleVectorsTest {

    private static final int MOST = 70_000;
    private static final String UNCHANGED = "happy path";
    private static final JsonNode VECTORS = written();
    private static final List<MerkleVector> INCLUSION = vectors("inclusion", MerkleVector.Inclusion::of);
    private static final List<MerkleVector> CONSISTENCY = vectors("consistency", MerkleVector.Consistency::of);
    private static final Levels TREE =
            new Levels(IntStream.range(0, MOST).mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8)));

    @Test
    void everyRootIsTheDefined() {
        var roots = VECTORS.get("roots").properties();

        assertThat(roots).hasSize(19);
        for (var root : roots) {
            assertThat(TREE.root(Long.parseLong(root.getKey())).base64())
                    .as(root.getKey())
                    .isEqualTo(root.getValue().asString());
        }
    }

    @Test
    void everyProofIsTheDefined() {
        assertThat(unchanged(INCLUSION)).hasSize(115);
        assertThat(unchanged(CONSISTENCY)).hasSize(115);
        for (var proof : Stream.of(INCLUSION, CONSISTENCY)
                .flatMap(vectors -> unchanged(vectors).stream())
                .toList()) {
            assertThat(ours(proof)).isEqualTo(proof);
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(INCLUSION, CONSISTENCY)
                .flatMap(
                        vectors -> vectors.stream()
                                .collect(groupingBy(MerkleVector::description, TreeMap::new, toList()))
                                .values()
                                .stream())
                .map(vectors -> Arguments.argumentSet(
                        "%s: %s"
                                .formatted(
                                        vectors.getFirst().proof().getClass().getSimpleName(),
                                        vectors.getFirst().description()),
                        vectors));
    }

    @ParameterizedTest
    @MethodSource
    void answers(List<MerkleVector> vectors) {
        for (var vector : vectors) {
            assertThat(vector.flaw().isPresent()).as(vector::toString).isEqualTo(vector.isWrong());
        }
    }

    @Test
    void goodProofsAndBadOnesAreAmongThem() {
        assertThat(INCLUSION).filteredOn(MerkleVector::isWrong).hasSize(4_825);
        assertThat(INCLUSION).hasSize(5_088);
        assertThat(CONSISTENCY).filteredOn(MerkleVector::isWrong).hasSize(4_912);
        assertThat(CONSISTENCY).hasSize(5_227);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 256, 257, 65_536, MOST})
    void everyTileIsTheDefined(long size) {
        var defined = VECTORS.get("tiles").get(Long.toString(size)).properties().stream()
                .collect(toMap(Map.Entry::getKey, tile -> tile.getValue().asString()));

        assertThat(tilesOf(size).collect(toMap(LogTile::path, MerkleVectorsTest::digest)))
                .isEqualTo(defined);
    }

    private static List<MerkleProof> unchanged(List<MerkleVector> vectors) {
        return vectors.stream()
                .filter(vector -> vector.description().equals(UNCHANGED))
                .map(MerkleVector::proof)
                .toList();
    }

    private static MerkleProof ours(MerkleProof proof) {
        return switch (proof) {
            case MerkleProof.Inclusion inclusion -> TREE.inclusion(inclusion.index(), inclusion.size());
            case MerkleProof.Consistency consistency -> TREE.consistency(consistency.smaller(), consistency.larger());
        };
    }

    private static Stream<LogTile.Hashes> tilesOf(long size) {
        var full = new ArrayList<LogTile.Hashes>();
        for (int level = 0; LogTile.hashes(level, size) > 0; level++) {
            for (long index = 0; index < LogTile.hashes(level + 1, size); index++) {
                full.add(new LogTile.Hashes(level, index, LogTile.FULL));
            }
        }
        return Stream.concat(full.stream(), LogTile.atTheEdge(size).stream());
    }

    private static String digest(LogTile.Hashes tile) {
        var sha256 = Sha256.digest();
        LongStream.range(0, tile.width())
                .mapToObj(i -> TREE.full(tile.level() * LogTile.HEIGHT, tile.index() * LogTile.FULL + i))
                .forEach(hash -> sha256.update(hash.bytes()));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static List<MerkleVector> vectors(String kind, Function<JsonNode, MerkleVector> read) {
        return VECTORS.get(kind).valueStream().map(read).toList();
    }

    private static JsonNode written() {
        try {
            var program = Objects.requireNonNull(MerkleVectorsTest.class.getResource("/merkle/vectors.py"));
            var process = new ProcessBuilder("python3", Path.of(program.toURI()).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var output = process.getInputStream()) {
                return JsonMapper.shared().readTree(output);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
