package org.serviceledger.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.rekor.client.Checkpoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;

/** A verifier that does not know SM2 accepts a checkpoint with an SM2 signature after the log's own. */
class SecondSignatureTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void othersReadOverIt() throws Exception {
        var files = new LogKeyFiles(directory.resolve("log-key"), "log.example", Duration.ZERO, true);
        var own = files.made();
        var text = new Checkpoint("log.example", 1, TreeHash.ofLeaf(new byte[] {1})).text();
        var at = Instant.now();
        var note = new SignedNote(
                text,
                List.of(own.signature(text, at), files.beside().orElseThrow().signature(text, at)));

        var theirs = Checkpoints.from(note.toString());

        assertThat(theirs.getSignatures()).hasSize(2);
        assertThat(theirs.getOrigin()).isEqualTo("log.example");
        assertThat(theirs.getSize()).isEqualTo(1);
        var check = Signature.getInstance("Ed25519");
        check.initVerify(own.verifier().key());
        check.update(theirs.getSignedData().getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(theirs.getSignatures().getFirst().getSignature()))
                .isTrue();
    }
}
