package org.serviceledger.store.log;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A proof and its expected result, in the JSON of transparency-dev/merkle's testdata. */
sealed interface MerkleVector {

    /** Returns how the proof was changed. */
    String description();

    MerkleProof proof();

    boolean isWrong();

    /** Returns the result of verifying the proof. */
    Optional<ProofFlaw> flaw();

    record Inclusion(String description, MerkleProof.Inclusion proof, TreeHash leaf, TreeHash root, boolean isWrong)
            implements MerkleVector {

        static Inclusion of(JsonNode json) {
            return new Inclusion(
                    json.get("desc").asString(),
                    new MerkleProof.Inclusion(
                            number(json.get("leafIdx")), number(json.get("treeSize")), hashes(json.get("proof"))),
                    hash(json.get("leafHash")),
                    hash(json.get("root")),
                    json.get("wantErr").asBoolean());
        }

        @Override
        public Optional<ProofFlaw> flaw() {
            return proof.flaw(leaf, root);
        }
    }

    record Consistency(
            String description,
            MerkleProof.Consistency proof,
            TreeHash smallerRoot,
            TreeHash largerRoot,
            boolean isWrong)
            implements MerkleVector {

        static Consistency of(JsonNode json) {
            return new Consistency(
                    json.get("desc").asString(),
                    new MerkleProof.Consistency(
                            number(json.get("size1")), number(json.get("size2")), hashes(json.get("proof"))),
                    hash(json.get("root1")),
                    hash(json.get("root2")),
                    json.get("wantErr").asBoolean());
        }

        @Override
        public Optional<ProofFlaw> flaw() {
            return proof.flaw(smallerRoot, largerRoot);
        }
    }

    private static List<TreeHash> hashes(@Nullable JsonNode array) {
        var hashes = new ArrayList<TreeHash>();
        if (array != null && !array.isNull()) {
            array.forEach(hash -> hashes.add(hash(hash)));
        }
        return hashes;
    }

    /** Some numbers are unsigned 64-bit integers. They become negative, because this program uses signed ones. */
    private static long number(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    /**
     * Some roots are arbitrary bytes of another length. Their hashes replace them and are equal exactly if the bytes
     * are.
     */
    private static TreeHash hash(JsonNode base64) {
        var bytes = Base64.getDecoder().decode(base64.asString());
        return bytes.length == TreeHash.BYTES ? new TreeHash(bytes) : TreeHash.ofLeaf(bytes);
    }
}
