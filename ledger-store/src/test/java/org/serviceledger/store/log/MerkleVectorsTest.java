package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The proofs that others publish, good ones and bad ones, each get the answer they state. */
class MerkleVectorsTest {

    private static final Path VECTORS =
            Path.of(Objects.requireNonNull(System.getProperty("ledger.shared")), "data", "merkle");
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Named<JsonNode>> inclusion() throws IOException {
        return vectors("inclusion");
    }

    static Stream<Named<JsonNode>> consistency() throws IOException {
        return vectors("consistency");
    }

    @Test
    void noneIsMissing() throws IOException {
        assertThat(inclusion()).hasSize(76);
        assertThat(consistency()).hasSize(77);
    }

    @ParameterizedTest
    @MethodSource
    void inclusion(JsonNode vector) {
        var flaw = new MerkleProof.Inclusion(
                        number(vector.get("leafIdx")), number(vector.get("treeSize")), hashes(vector.get("proof")))
                .flaw(hash(vector.get("leafHash")), hash(vector.get("root")));

        assertThat(flaw.isPresent()).isEqualTo(vector.get("wantErr").asBoolean());
    }

    @ParameterizedTest
    @MethodSource
    void consistency(JsonNode vector) {
        var flaw = new MerkleProof.Consistency(
                        number(vector.get("size1")), number(vector.get("size2")), hashes(vector.get("proof")))
                .flaw(hash(vector.get("root1")), hash(vector.get("root2")));

        assertThat(flaw.isPresent()).isEqualTo(vector.get("wantErr").asBoolean());
    }

    private static List<TreeHash> hashes(@Nullable JsonNode array) {
        var hashes = new ArrayList<TreeHash>();
        if (array != null && !array.isNull()) {
            array.forEach(hash -> hashes.add(hash(hash)));
        }
        return hashes;
    }

    /** Some are unsigned numbers of 64 bits; ours are not, and take those for negative. */
    private static long number(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    /** Some roots are just any bytes that do or do not equal each other: their hashes do so too. */
    private static TreeHash hash(JsonNode base64) {
        var bytes = Base64.getDecoder().decode(base64.asString());
        return bytes.length == TreeHash.BYTES ? new TreeHash(bytes) : TreeHash.ofLeaf(bytes);
    }

    private static Stream<Named<JsonNode>> vectors(String kind) throws IOException {
        try (var files = Files.walk(VECTORS.resolve(kind))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> Named.of(VECTORS.relativize(file).toString(), JSON.readTree(file)))
                    .toList()
                    .stream();
        }
    }
}
