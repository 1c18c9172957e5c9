package org.serviceledger.store.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.Note;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.TestLedger;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.KeyFlaw;
import org.serviceledger.store.log.KeyRotation;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

class LogKeysTest {

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();
    private final LogKeyHistory history = new LogKeyHistory(ledger.application());
    private final NoteSigner old = NewSigner.log("log.example");
    private final NoteSigner next = NewSigner.log("log.example");

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void eachCheckpointIsSignedWithTheKeyInForceAndForAWhileWithTheOneBefore() {
        var first = published(Duration.ofDays(30), old);
        var tenure = history.rotate(old, next);
        var both = published(Duration.ofDays(30), old, next);
        var alone = published(Duration.ZERO, old, next);
        var withoutTheOldKey = published(Duration.ofDays(30), next);

        assertThat(signers(first)).containsExactly(old.verifier());
        assertThat(signers(both)).containsExactlyInAnyOrder(old.verifier(), next.verifier());
        assertThat(signers(alone)).containsExactly(next.verifier());
        assertThat(signers(withoutTheOldKey)).containsExactly(next.verifier());
        assertThat(tenure.fromSize()).isEqualTo(size(first) + 1);
        var keys = history.read();
        assertThat(List.of(first, both, alone, withoutTheOldKey))
                .allSatisfy(note -> assertThat(keys.flaw(note)).isEmpty());
        assertThat(keys.flaw()).isEmpty();
        assertThat(keys.inForce(size(first))).map(LogKeys.Tenure::key).contains(old.verifier());
        assertThat(keys.inForce(size(both))).map(LogKeys.Tenure::key).contains(next.verifier());
    }

    @Test
    void aRotationIsSignedByBothKeysAndIsNoCheckpoint() {
        var last = Checkpoint.parse(published(Duration.ZERO, old).text());
        var statement = Objects.requireNonNull(history.rotate(old, next).statement());

        assertThat(KeyRotation.parse(statement.text()))
                .isEqualTo(new KeyRotation("log.example", last.size(), last.root(), old.verifier(), next.verifier()));
        assertThat(signers(statement)).containsExactlyInAnyOrder(old.verifier(), next.verifier());
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> Checkpoint.parse(statement.text()));
    }

    @Test
    void nothingIsSignedWithoutTheKeyInForce() {
        published(Duration.ZERO, old);

        assertThatExceptionOfType(LogKeyMissing.class)
                .isThrownBy(() -> published(Duration.ZERO, next))
                .withMessageContaining("/data/log-key holds " + next.verifier())
                .withMessageContaining(old.verifier().toString());
        assertThatExceptionOfType(LogKeyMissing.class)
                .isThrownBy(() -> published(Duration.ZERO))
                .withMessageContaining("/data/log-key is missing");
        assertThatExceptionOfType(LogKeyMissing.class)
                .isThrownBy(() -> published(Duration.ZERO, NewSigner.log("other.example")))
                .withMessageContaining("ledger.log.origin");
        assertThat(history.read().tenures()).hasSize(1);

        history.rotate(old, next);
        assertThatExceptionOfType(LogKeyMissing.class).isThrownBy(() -> published(Duration.ofDays(30), old));
    }

    @Test
    void aLogFromBeforeItsKeysWereKeptGoesOnOnlyWithItsOwn() throws SQLException {
        published(Duration.ZERO, old);
        ledger.tamper("DELETE FROM ledger_log_key");

        assertThatExceptionOfType(LogKeyMissing.class)
                .isThrownBy(() -> published(Duration.ZERO, next))
                .withMessageContaining("/data/log-key does not hold the key");
        assertThatExceptionOfType(LogKeyMissing.class).isThrownBy(() -> published(Duration.ZERO));
        assertThat(history.read().tenures()).isEmpty();

        published(Duration.ZERO, old);
        assertThat(history.read().current()).map(LogKeys.Tenure::key).contains(old.verifier());
    }

    @Test
    void aLostKeyIsReplacedAndThatItWasNotEndorsedIsSeen() {
        published(Duration.ZERO, old);
        history.rotate(null, next);
        var after = published(Duration.ofDays(30), next);

        var keys = history.read();
        assertThat(keys.flaw(after)).isEmpty();
        assertThat(keys.flaw()).contains(new KeyFlaw.Unendorsed(old.verifier(), next.verifier()));
    }

    @Test
    void onlyTheKeyInForceBringsInAnother() {
        published(Duration.ZERO, old);
        history.rotate(old, next);

        assertThatExceptionOfType(LogKeyMissing.class)
                .isThrownBy(() -> history.rotate(old, NewSigner.log("log.example")))
                .withMessageContaining(next.verifier().toString());
        assertThat(history.read().tenures()).hasSize(2);
    }

    @Test
    void aKeyOfSm2SignsBesideTheOthersAndIsBroughtInByTheOneInForce() {
        var sm2 = NewSigner.sm2("log.example");
        published(Duration.ZERO, old);
        var both = published(Duration.ZERO, Optional.of(sm2), old);
        history.rotate(old, next);
        var later = published(Duration.ZERO, Optional.of(sm2), next);

        var keys = history.read();
        assertThat(both.signers(List.of(old.verifier(), sm2.verifier()))).hasSize(2);
        assertThat(later.signers(List.of(next.verifier(), sm2.verifier()))).hasSize(2);
        assertThat(List.of(both, later))
                .allSatisfy(note -> assertThat(keys.flaw(note)).isEmpty());
        assertThat(keys.flaw()).isEmpty();
        assertThat(keys.current(SignatureType.SM2)).map(LogKeys.Tenure::key).contains(sm2.verifier());
        assertThat(keys.current()).map(LogKeys.Tenure::key).contains(next.verifier());
        assertThat(keys.previous()).map(LogKeys.Tenure::key).contains(old.verifier());

        var at = Instant.now();
        var wrong =
                new SignedNote(later.text(), List.of(next.signature(later.text(), at), sm2.signature(both.text(), at)));
        long size = Checkpoint.parse(later.text()).size();
        assertThat(keys.flaw(wrong)).contains(new KeyFlaw.WrongSignature(size, sm2.verifier()));
    }

    @Test
    void eachCheckpointBearsTheNameOfTheKeyInForce() {
        var first = published(Duration.ZERO, old);
        var renamed = NewSigner.log("renamed.example");
        history.rotate(old, renamed);
        var later = published(Duration.ZERO, renamed);

        var keys = history.read();
        assertThat(List.of(first, later))
                .allSatisfy(note -> assertThat(keys.flaw(note)).isEmpty());
        assertThat(keys.flaw(old.sign(first.text().replace("log.example", "renamed.example"))))
                .contains(new KeyFlaw.OtherLog("renamed.example"));
        assertThat(keys.flaw(renamed.sign(later.text().replace("renamed.example", "log.example"))))
                .contains(new KeyFlaw.OtherLog("log.example"));
    }

    /** What an attacker with the database but without the keys could try. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_log_key SET from_size = from_size + 1 WHERE number = (SELECT max(number) FROM ledger_log_key)",
                "UPDATE ledger_log_key SET statement = null",
                "UPDATE ledger_log_key SET vkey = 'log.example+fef51ed3+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2'"
                        + " WHERE number = (SELECT min(number) FROM ledger_log_key)",
            })
    void tamperedKeysDoNotFollowFromEachOther(String tampering) throws SQLException {
        published(Duration.ZERO, old);
        history.rotate(old, next);
        assertThat(history.read().flaw()).isEmpty();
        ledger.tamper(tampering.replace(
                "log.example+fef51ed3+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2",
                NewSigner.log("log.example").verifier().toString()));

        assertThat(history.read().flaw()).isPresent();
    }

    /** Nodes that do not know the new key yet sign with the old one alone while the key is added. */
    @Test
    void noCheckpointSlipsThroughWhileAKeyComesIn() throws Exception {
        var over = new AtomicBoolean();
        published(Duration.ZERO, old);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                nodes.execute(() -> publishUntil(over));
            }
            try {
                await().ignoreExceptions().until(() -> notes().size() > 20);
                history.rotate(old, next);
            } finally {
                over.set(true); // otherwise the nodes would not end after a failure
            }
        }

        assertThat(notes())
                .allSatisfy(note -> assertThat(history.read().flaw(note)).isEmpty());
    }

    private void publishUntil(AtomicBoolean over) {
        while (!over.get()) {
            try {
                published(Duration.ZERO, old);
            } catch (LogKeyMissing e) {
                assertThat(e).hasMessageContaining("holds");
            }
        }
    }

    private List<SignedNote> notes() throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("SELECT note FROM ledger_checkpoint");
                var row = query.executeQuery()) {
            var notes = new ArrayList<SignedNote>();
            while (row.next()) {
                notes.add(SignedNote.parse(row.getString(1)));
            }
            return notes;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "log-key-rotation/v1 log\n", "log\n1\nx\n", "log-key-rotation/v1 log\n0\nx\nbefore \nnext \n"
            })
    void whatIsNoRotationIsRefused(String text) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> KeyRotation.parse(text));
    }

    /** Appends events, so that there is something to sign, and publishes with these keys. */
    private SignedNote published(Duration overlap, NoteSigner... held) {
        return published(overlap, Optional.empty(), held);
    }

    private SignedNote published(Duration overlap, Optional<NoteSigner> beside, NoteSigner... held) {
        engine.appendEvents(several(stream(), 0, 3));
        var checkpoints = new Checkpoints(
                ledger.application(),
                new PublishedLog(ledger.application(), "default"),
                new Ring(overlap, beside, List.of(held)));
        checkpoints.publish();
        return checkpoints.latest().orElseThrow();
    }

    private List<VerifierKey> signers(SignedNote note) {
        return note.signers(List.of(old.verifier(), next.verifier()));
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    /** The last key is the one held. */
    private record Ring(Duration overlap, Optional<NoteSigner> beside, List<NoteSigner> keys) implements LogKeyRing {

        @Override
        public String origin() {
            return held().map(signer -> signer.verifier().name()).orElse("log.example");
        }

        @Override
        public Optional<NoteSigner> held() {
            return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
        }

        @Override
        public NoteSigner made() {
            return held().orElseThrow();
        }

        @Override
        public Optional<NoteSigner> signer(VerifierKey key) {
            return keys.stream().filter(signer -> signer.verifier().equals(key)).findFirst();
        }

        @Override
        public String place() {
            return "/data/log-key";
        }
    }
}
