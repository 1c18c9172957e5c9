package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;

/** The running server's log, read by an anonymous client that trusts nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(SharedDemo.ALONE)
class TransparencyLogTest {

    private final LedgerProcess server = SharedDemo.server();
    private final HttpClient http = HttpClient.newHttpClient();
    private SignedNote note = new SignedNote("\n", List.of());

    @BeforeAll
    void read() throws Exception {
        note = SignedNote.parse(get("checkpoint").body());
    }

    @AfterAll
    void close() {
        http.close();
    }

    @Test
    void theEntriesLeadToTheRootThatWasSigned() throws Exception {
        var key = VerifierKey.parse(text("vkey").strip());
        var checkpoint = Checkpoint.parse(note.text());

        assertThat(key.signed(note)).isTrue();
        assertThat(checkpoint.origin()).isEqualTo(key.name()).isEqualTo("localhost");
        assertThat(checkpoint.size()).isGreaterThan(30_000);
        assertThat(root(leaves(checkpoint.size()))).isEqualTo(checkpoint.root());
    }

    @Test
    void anEventIsProvedToBeThere() throws Exception {
        var proof = ProofFile.parse(text("api/ledger/events/20000/proof"));
        var leaf = entries(20_000 / 256, 256).get(20_000 % 256);

        assertThat(VerifierKey.parse(text("vkey").strip()).signed(proof.checkpoint()))
                .isTrue();
        assertThat(proof.inclusion()
                        .flaw(
                                TreeHash.ofLeaf(leaf),
                                Checkpoint.parse(proof.checkpoint().text()).root()))
                .isEmpty();
        assertThat(new String(leaf, StandardCharsets.UTF_8))
                .contains("\"seq\":20000")
                .doesNotContain("320623");
    }

    /** Checks the log with an independent implementation. */
    @Test
    void anotherVerifierReadsTheSame() throws Exception {
        var proof = ProofFile.parse(text("api/ledger/events/12345/proof"));
        var theirs = Checkpoints.from(proof.checkpoint().toString());
        var key = VerifierKey.parse(text("vkey").strip());
        var signature = theirs.getSignatures().getFirst();
        var root = Base64.getDecoder().decode(theirs.getBase64Hash());

        assertThat(theirs.getOrigin()).isEqualTo("localhost").isEqualTo(signature.getIdentity());
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key.key());
        check.update(theirs.getSignedData().getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(signature.getSignature())).isTrue();
        var leaf = TreeHash.ofLeaf(entries(12_345 / 256, 256).get(12_345 % 256)).bytes();
        var hashes = proof.inclusion().hashes().stream().map(TreeHash::bytes).toList();
        InclusionProofVerifier.verify(leaf, 12_345, theirs.getSize(), hashes, root);
        assertThatExceptionOfType(InclusionProofVerificationException.class)
                .isThrownBy(() -> InclusionProofVerifier.verify(leaf, 12_346, theirs.getSize(), hashes, root));
    }

    @Test
    void aTileIsKeptForEverAndACheckpointForAMoment() throws Exception {
        assertThat(get("tile/1/000.p/100").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("immutable"));
        assertThat(get("checkpoint").headers().firstValue("Cache-Control")).hasValue("max-age=1, public");
        assertThat(get("tile/0/000").body()).hasSize(8_192);
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/x999/x999/000, 404",
        "tile/0/x072/x057/x594/x037/x927/936, 404",
        "tile/1/x072/x057/x594/x037/x927/936, 404",
        "tile/entries/x072/x057/x594/x037/x927/936, 404",
        "tile/0/x009/x223/x372/x036/x854/x775/807, 404",
        "tile/0/x009/x223/x372/x036/x854/x775/808, 400",
        "tile/9/000, 404",
        "tile/entries/x999/000, 404",
        "tile/0/0, 400",
        "tile/64/000, 400",
        "tile/0/000.p/256, 400",
        "tile/0/000.p/0, 400",
        "tile/x/000, 400",
        "tile/, 400",
        "tile/0/000%00, 400",
        "api/ledger/events/999999999/proof, 404",
        "api/ledger/events/-1/proof, 404",
        "api/ledger/events/x/proof, 400",
        "api/ledger/events/99999999999999999999/proof, 400",
    })
    void whatIsNotThereOrNoPathIsRefused(String path, int status) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("at org.", "Exception");
    }

    private List<TreeHash> leaves(long size) throws Exception {
        var leaves = new ArrayList<TreeHash>();
        for (long tile = 0; tile * 256 < size; tile++) {
            for (var entry : entries(tile, (int) Math.min(256, size - tile * 256))) {
                leaves.add(TreeHash.ofLeaf(entry));
            }
        }
        return leaves;
    }

    private List<byte[]> entries(long tile, int width) throws Exception {
        var bundle =
                ByteBuffer.wrap(get(new LogTile.Entries(tile, width).path()).body());
        var entries = new ArrayList<byte[]>();
        while (bundle.hasRemaining()) {
            var entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static TreeHash root(List<TreeHash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        return root(hashes.subList(0, left)).with(root(hashes.subList(left, hashes.size())));
    }

    private String text(String path) throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/" + path));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
