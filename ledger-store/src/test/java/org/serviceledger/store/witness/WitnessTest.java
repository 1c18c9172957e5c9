package org.serviceledger.store.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.witness.Answer.Cosigned;
import org.serviceledger.store.witness.Answer.Forked;
import org.serviceledger.store.witness.Answer.Malformed;
import org.serviceledger.store.witness.Answer.NotContinued;
import org.serviceledger.store.witness.Answer.NotSigned;
import org.serviceledger.store.witness.Answer.OtherSize;
import org.serviceledger.store.witness.Answer.UnknownLog;
import org.serviceledger.words.Message;

class WitnessTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @TempDir
    private Path memory;

    private final ToyLog log = ToyLog.of("log.example", 500);
    private final NoteSigner signer = NewSigner.witness("inspectors.example");

    @Test
    void aLogThatGrowsIsCosignedAndRemembered() {
        var witness = witness();
        assertThat(witness.latest(WitnessMemory.hash("log.example"))).isEmpty();

        for (long[] step : new long[][] {{0, 0}, {0, 1}, {1, 7}, {7, 7}, {7, 256}, {256, 500}}) {
            var asked = log.asking(step[0], step[1]);
            var cosigned = (Cosigned) add(witness, asked);
            var note = asked.checkpoint().with(List.of(cosigned.signature()));

            assertThat(note.signers(List.of(log.key(), witness.verifier()))).hasSize(2);
            assertThat(witness.verifier().signedAt(note)).contains(NOW);
            assertThat(latest(witness)).hasToString(note.toString());
        }
        assertThat(latest(witness())).hasToString(latest(witness).toString());
    }

    @Test
    void whatItDoesNotKnowOrTrustIsRefused() {
        var stranger = ToyLog.of("other.example", 3);
        var impostor = ToyLog.of("log.example", 3);
        var asked = log.asking(0, 3);
        var spoilt = asked.checkpoint()
                .with(List.of(new SignedNote.Signature(
                        "log.example",
                        log.key().id(),
                        log.signer().sign("text\n").signatures().getFirst().signature())));

        assertThat(add(witness(), stranger.asking(0, 3))).isEqualTo(new UnknownLog("other.example"));
        assertThat(add(witness(), impostor.asking(0, 3))).isInstanceOf(NotSigned.class);
        assertThat(add(witness(), new AddCheckpoint(0, List.of(), spoilt))).isInstanceOf(NotSigned.class);
        assertThat(witness().latest(WitnessMemory.hash("log.example"))).isEmpty();
    }

    @Test
    void signaturesOfKeysItDoesNotKnowAreIgnoredAndNotKept() {
        var asked = log.asking(0, 3);
        var more = asked.checkpoint()
                .with(List.of(NewSigner.witness("stranger.example").signature("x\n", NOW)));
        var witness = witness();

        assertThat(add(witness, new AddCheckpoint(0, List.of(), more))).isInstanceOf(Cosigned.class);
        assertThat(latest(witness).signatures())
                .extracting(SignedNote.Signature::name)
                .containsExactly("log.example", "inspectors.example");
    }

    /** The note already has the maximum number of signature lines, so the witness's own line would exceed it. */
    @Test
    void aLineOfTheLogThatIsRepeatedIsKeptOnce() {
        var asked = log.asking(0, 3).checkpoint();
        var repeated = new SignedNote(
                asked.text(), Collections.nCopies(100, asked.signatures().getFirst()));
        var witness = witness();

        assertThat(add(witness, new AddCheckpoint(0, List.of(), repeated))).isInstanceOf(Cosigned.class);
        assertThat(latest(witness).signatures())
                .extracting(SignedNote.Signature::name)
                .containsExactly("log.example", "inspectors.example");
        assertThat(latest(witness())).hasToString(latest(witness).toString());
    }

    @Test
    void whatCouldNotBeReadBackIsNotCosigned() {
        var text = log.checkpoint(3).text() + "x".repeat(SignedNote.MOST_BYTES) + "\n";
        var asked = new AddCheckpoint(0, List.of(), log.signer().sign(text));
        var witness = witness();

        assertThat(add(witness, asked)).isInstanceOf(Malformed.class);
        assertThat(witness.latest(WitnessMemory.hash("log.example"))).isEmpty();
        assertThat(witness().latest(WitnessMemory.hash("log.example"))).isEmpty();
    }

    @Test
    void aLogThatTakesItToBeElsewhereIsToldWhereItIs() {
        var witness = witness();
        assertThat(add(witness, log.asking(5, 7))).isEqualTo(new OtherSize(0));
        add(witness, log.asking(0, 100));

        assertThat(add(witness, log.asking(0, 200))).isEqualTo(new OtherSize(100));
        assertThat(add(witness, log.asking(99, 200))).isEqualTo(new OtherSize(100));
        assertThat(add(witness, log.asking(50, 60))).isEqualTo(new OtherSize(100));
        assertThat(add(witness, log.asking(200, 200))).isEqualTo(new OtherSize(100));
        assertThat(size(latest(witness))).isEqualTo(100);
    }

    @Test
    void anOldSizeAboveTheNewIsNoRequest() {
        var asked = new AddCheckpoint(8, List.of(), log.checkpoint(7));

        assertThat(add(witness(), asked)).isInstanceOf(Malformed.class);
    }

    @Test
    void whatDoesNotContinueIsRefused() {
        var witness = witness();
        add(witness, log.asking(0, 100));
        var fork = log.forkedAt(90, 300);
        var right = log.asking(100, 200);
        var oneMore = new ArrayList<>(right.proof());
        oneMore.add(ToyLog.anyHash(1));

        assertThat(add(witness, fork.asking(100, 300))).isInstanceOf(NotContinued.class);
        assertThat(add(witness, new AddCheckpoint(100, List.of(), right.checkpoint())))
                .isInstanceOf(NotContinued.class);
        assertThat(add(witness, new AddCheckpoint(100, oneMore, right.checkpoint())))
                .isInstanceOf(NotContinued.class);
        assertThat(add(witness, new AddCheckpoint(100, List.of(ToyLog.anyHash(1)), log.checkpoint(100))))
                .isInstanceOf(NotContinued.class);
        assertThat(add(witness, right)).isInstanceOf(Cosigned.class);
    }

    @Test
    void nothingIsToBeProvedOfTheEmptyLogButItsRoot() {
        var proved = new AddCheckpoint(0, List.of(ToyLog.anyHash(1)), log.checkpoint(7));
        var emptyWithRoot = new AddCheckpoint(
                0,
                List.of(),
                log.signer().sign("log.example\n0\n" + ToyLog.anyHash(1).base64() + "\n"));

        assertThat(add(witness(), proved)).isInstanceOf(NotContinued.class);
        assertThat(add(witness(), emptyWithRoot)).isInstanceOf(NotContinued.class);
        assertThat(add(witness(), log.asking(0, 0))).isInstanceOf(Cosigned.class);
    }

    /** The evidence consists of two signatures of one log under two roots for the same size. */
    @Test
    void aForkIsRefusedAndTheProofOfItKept() throws IOException {
        var witness = witness();
        add(witness, log.asking(0, 100));
        var fork = log.forkedAt(99, 100).asking(100, 100);

        assertThat(add(witness, fork)).isInstanceOf(Forked.class);
        var evidence = Files.readString(memory.resolve(WitnessMemory.hash("log.example") + ".fork-at-100"));
        assertThat(evidence).contains(log.root(100).base64(), fork.checkpoint().toString());
        assertThat(Checkpoint.parse(latest(witness).text()).root()).isEqualTo(log.root(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0",
                "old 0\n",
                "old 0\n\n",
                "old 00\n\n%s",
                "old -1\n\n%s",
                "old\n\n%s",
                "new 0\n\n%s",
                "old 0 \n\n%s",
                "old 1\nhash\n\n%s",
                "old 99999999999999999999\n\n%s",
                "\n\n%s",
            })
    void whatIsNoRequestIsRefused(String request) {
        var body = request.formatted(log.checkpoint(3)).getBytes(UTF_8);

        assertThat(witness().add(body)).isInstanceOf(Malformed.class);
    }

    @Test
    void aSignedTextThatIsNoCheckpointIsRefused() {
        for (var text : List.of("log.example\n", "log.example\n5\n", "log.example\n05\n" + TreeHash.EMPTY + "\n")) {
            var asked = new AddCheckpoint(0, List.of(), log.signer().sign(text));

            assertThat(add(witness(), asked)).as(text).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void moreHashesThanATreeHasLevelsAreRefused() {
        var hashes = Collections.nCopies(64, ToyLog.anyHash(1));

        assertThat(add(witness(), new AddCheckpoint(3, hashes, log.checkpoint(7))))
                .isEqualTo(new Malformed(Message.of("witness.long-proof", "most", 63, "count", 64)));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(witness().add(new byte[] {'o', (byte) 0xff})).isInstanceOf(Malformed.class);
    }

    @Test
    void ofManyConflictingOnesExactlyOneIsCosigned() throws Exception {
        var witness = witness();
        add(witness, log.asking(0, 100));
        var forks = new ArrayList<AddCheckpoint>();
        for (int i = 0; i < 50; i++) {
            var fork = log.forkedAt(100, 100);
            fork.grow(20, "history " + i + " ");
            forks.add(fork.asking(100, 120));
        }

        var answers = atOnce(witness, forks);

        var cosigned = answers.stream().filter(Cosigned.class::isInstance).toList();
        assertThat(cosigned).hasSize(1);
        assertThat(answers.stream().filter(new OtherSize(120)::equals)).hasSize(49);
        assertThat(latest(witness).signatures().getLast().line())
                .isEqualTo(((Cosigned) cosigned.getFirst()).signature().line());
        assertThat(latest(witness())).hasToString(latest(witness).toString());
    }

    @Test
    void aDamagedMemoryIsNeverTakenForNone() throws IOException {
        add(witness(), log.asking(0, 100));
        var file = memory.resolve(WitnessMemory.hash("log.example"));
        for (var damage : List.of("", "half a note", Files.readString(file).replace("log.example", "log.sample"))) {
            Files.writeString(file, damage);

            assertThatExceptionOfType(DamagedMemory.class)
                    .isThrownBy(this::witness)
                    .withMessageContaining("damaged")
                    .withMessageContaining(file.toString());
        }
    }

    @Test
    void whatCouldNotBeKeptIsNotCosigned() throws IOException {
        var witness = witness();
        var inTheWay = memory.resolve(WitnessMemory.hash("log.example"));
        Files.createDirectories(inTheWay.resolve("something"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> add(witness, log.asking(0, 100)))
                .withMessageContaining(inTheWay.toString());
        assertThat(witness.latest(WitnessMemory.hash("log.example"))).isEmpty();
    }

    private static List<Answer> atOnce(Witness witness, List<AddCheckpoint> requests)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var go = new CountDownLatch(1);
            var asked = new ArrayList<Future<Answer>>();
            for (var request : requests) {
                asked.add(threads.submit(() -> {
                    go.await();
                    return add(witness, request);
                }));
            }
            go.countDown();
            var answers = new ArrayList<Answer>();
            for (var answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static Answer add(Witness witness, AddCheckpoint asked) {
        return witness.add(asked.toString().getBytes(UTF_8));
    }

    private SignedNote latest(Witness witness) {
        return witness.latest(WitnessMemory.hash("log.example")).orElseThrow();
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private Witness witness() {
        return new Witness(signer, List.of(log.key()), memory, InstantSource.fixed(NOW));
    }
}
