package org.serviceledger.store.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.Note;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.TestLedger;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.TreeHash;

class CheckpointsTest {

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();
    private final PublishedLog log = new PublishedLog(ledger.application(), "default");
    private final Checkpoints checkpoints = new Checkpoints(ledger.application(), log, NewSigner.log("log.example"));

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void theHeadIsSignedOnce() {
        assertThat(checkpoints.latest()).isEmpty();
        checkpoints.publish();
        assertThat(latest()).isEqualTo(new Checkpoint("log.example", 0, TreeHash.EMPTY));

        engine.appendEvents(several(stream(), 0, 700));
        checkpoints.publish();
        var first = checkpoints.latest().orElseThrow();
        checkpoints.publish();

        assertThat(checkpoints.latest().orElseThrow()).hasToString(first.toString());
        assertThat(checkpoints.verifier().signed(first)).isTrue();
        assertThat(latest()).isEqualTo(new Checkpoint("log.example", 700, log.root(700)));
    }

    @Test
    void anEventIsProvedOnceACheckpointCoversIt() {
        engine.appendEvents(several(stream(), 0, 300));
        assertThat(checkpoints.proof(5)).isEmpty();
        checkpoints.publish();
        engine.appendEvents(several(stream(), 0, 1));

        var proof = ProofFile.parse(checkpoints.proof(5).orElseThrow().toString());

        assertThat(checkpoints.verifier().signed(proof.checkpoint())).isTrue();
        assertThat(proof.inclusion().index()).isEqualTo(5);
        var root = Checkpoint.parse(proof.checkpoint().text()).root();
        assertThat(proof.inclusion().flaw(log.full(0, 5), root)).isEmpty();
        assertThat(proof.inclusion().flaw(log.full(0, 6), root)).isPresent();
        assertThat(checkpoints.proof(300)).isEmpty();
        assertThat(checkpoints.proof(-1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET leaf_hash = sha256('other') WHERE position = 299",
                "UPDATE ledger_node SET hash = sha256('other')",
                "UPDATE ledger_head SET root = sha256('other')",
                "UPDATE ledger_head SET size = 200",
                "UPDATE ledger_checkpoint SET note = replace(note, chr(10) || '300' || chr(10), chr(10) || '299' || chr(10))",
            })
    void nothingIsSignedThatDoesNotContinueWhatWasSigned(String tampering) throws SQLException {
        engine.appendEvents(several(stream(), 0, 300));
        checkpoints.publish();
        engine.appendEvents(several(stream(), 0, 300));
        ledger.tamper(tampering);

        assertThatExceptionOfType(ForkedLog.class).isThrownBy(checkpoints::publish);
        assertThat(latest().size()).isLessThan(301);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v1\n\nlog\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nlog\n1\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n\n\u2014 log AAAAAAE=\n",
                "c2sp.org/tlog-proof@v1\nindex x\n\nlog\n1\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n\n\u2014 log AAAAAAE=\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nhash\n\nlog\n1\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n\n\u2014 log AAAAAAE=\n",
            })
    void whatIsNoProofIsRefused(String text) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> ProofFile.parse(text));
    }

    private Checkpoint latest() {
        return Checkpoint.parse(checkpoints.latest().orElseThrow().text());
    }
}
