package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that published test vectors, valid and invalid proofs, get the result they state. */
@Tag("real-data")
class PublishedMerkleVectorsTest {

    private static final Path VECTORS =
            Path.of(Objects.requireNonNull(System.getProperty("ledger.real-data")), "merkle");

    static Stream<Named<MerkleVector>> inclusion() throws IOException {
        return vectors("inclusion", MerkleVector.Inclusion::of);
    }

    static Stream<Named<MerkleVector>> consistency() throws IOException {
        return vectors("consistency", MerkleVector.Consistency::of);
    }

    @Test
    void noneIsMissing() throws IOException {
        assertThat(inclusion()).hasSize(76);
        assertThat(consistency()).hasSize(77);
    }

    @ParameterizedTest
    @MethodSource({"inclusion", "consistency"})
    void getsTheAnswerItStates(MerkleVector vector) {
        assertThat(vector.flaw().isPresent()).isEqualTo(vector.isWrong());
    }

    private static Stream<Named<MerkleVector>> vectors(String kind, Function<JsonNode, MerkleVector> read)
            throws IOException {
        try (var files = Files.walk(VECTORS.resolve(kind))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> Named.of(
                            VECTORS.relativize(file).toString(),
                            read.apply(JsonMapper.shared().readTree(file))))
                    .toList()
                    .stream();
        }
    }
}
