package org.serviceledger.store.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.Note;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.TestLedger;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.Answer;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.Witness;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Language;

/** The log's side of witnessing, with real witnesses that are asked over HTTP. */
class WitnessingTest {

    private static final Duration LONGEST_LAG = Duration.ofMinutes(5);

    @TempDir
    private Path temporary;

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();
    private final PublishedLog log = new PublishedLog(ledger.application(), "default");
    private final NoteSigner signer = NewSigner.log("log.example");
    private final List<Town> towns = new ArrayList<>();
    private Instant now = Instant.now();

    @BeforeEach
    void start() throws IOException {
        for (var name : List.of("county.example", "archives.example", "province.example")) {
            towns.add(Town.with(NewSigner.witness(name), signer.verifier(), temporary.resolve(name)));
        }
    }

    @AfterEach
    void close() {
        towns.forEach(Town::close);
        engine.close();
        ledger.close();
    }

    /** A witness and its HTTP server, which can be made to lie or to be unreachable. */
    private static final class Town implements AutoCloseable {

        private final Witness witness;
        private final HttpServer http;
        private volatile Function<String, String> lie = answer -> answer;
        private volatile int away;
        private final AtomicInteger asked = new AtomicInteger();

        private Town(Witness witness, HttpServer http) {
            this.witness = witness;
            this.http = http;
        }

        static Town with(NoteSigner signer, VerifierKey log, Path memory) throws IOException {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var town = new Town(new Witness(signer, List.of(log), memory, Clock.systemUTC()), http);
            http.createContext("/w/", town::handle);
            http.start();
            return town;
        }

        private void handle(HttpExchange exchange) throws IOException {
            try (exchange) {
                if (away != 0) {
                    exchange.sendResponseHeaders(away, -1);
                    return;
                }
                if (exchange.getRequestMethod().equals("GET")) {
                    var hash = exchange.getRequestURI()
                            .getPath()
                            .substring("/w/".length())
                            .replace("/checkpoint", "");
                    var latest = witness.latest(hash);
                    reply(
                            exchange,
                            latest.isPresent() ? 200 : 404,
                            latest.map(Object::toString).orElse(""));
                    return;
                }
                asked.incrementAndGet();
                var answer = witness.add(exchange.getRequestBody().readAllBytes());
                switch (answer) {
                    case Answer.Cosigned cosigned ->
                        reply(exchange, 200, lie.apply(cosigned.signature().line()));
                    case Answer.OtherSize other -> reply(exchange, 409, other.size() + "\n");
                    case Answer.Refused refused ->
                        reply(exchange, 422, refused.reason().in(Language.ENGLISH));
                }
            }
        }

        private static void reply(HttpExchange exchange, int status, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        VerifierKey key() {
            return witness.verifier();
        }

        KnownWitness known() {
            var address = URI.create("http://localhost:" + http.getAddress().getPort() + "/w");
            return new KnownWitness(key().name(), key(), address);
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }

    @Test
    void whatEnoughWitnessesVouchForIsPublishedAndProvedWith() {
        var policy = policy("2 of 3");
        var checkpoints = checkpoints(policy);
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 300);
            assertThat(checkpoints.published()).isEmpty();
            assertThat(checkpoints.proof(5)).isEmpty();
            witnessing.ask();
            assertPublished(checkpoints, 300, 3);

            towns.get(0).away = 503;
            grow(checkpoints, 10);
            witnessing.ask();
            assertPublished(checkpoints, 310, 2);

            towns.get(1).away = 404;
            grow(checkpoints, 10);
            witnessing.ask();
            assertPublished(checkpoints, 310, 2);
            assertThat(checkpoints.proof(312)).isEmpty();
            assertThat(witnessing.standing().published()).isEqualTo(310);
            assertThat(witnessing.standing().lagInEvents()).isEqualTo(10);
            assertThat(faults(witnessing))
                    .allSatisfy(fault -> assertThat(fault).contains("it answers"))
                    .hasSize(2);

            towns.get(1).away = 0;
            now = now.plusSeconds(5);
            witnessing.ask();
            assertPublished(checkpoints, 320, 2);
            assertThat(faults(witnessing)).hasSize(1);
        }
    }

    @Test
    void anotherPolicyPublishesWhatSatisfiesIt() {
        var any = policy("any");
        var checkpoints = checkpoints(any);
        try (var witnessing = witnessing(checkpoints, any)) {
            grow(checkpoints, 300);
            witnessing.ask();
            towns.get(0).away = 503;
            grow(checkpoints, 10);
            witnessing.ask();
        }
        assertPublished(checkpoints, 310, 2);
        assertPublished(checkpoints(policy("all")), 300, 3);
        assertThat(checkpoints(WitnessPolicy.NONE).published().orElseThrow().signatures())
                .hasSize(1);
    }

    @Test
    void tooLongWithoutEnoughWitnessesRaisesTheAlarmUntilTheyAreBack() {
        var policy = policy("all");
        var checkpoints = checkpoints(policy);
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 300);
            towns.get(0).away = 503;
            witnessing.ask();
            assertThat(witnessing.standing().alarm()).isEmpty();
            now = now.plus(LONGEST_LAG).plusSeconds(5);
            witnessing.ask();
            assertThat(witnessing.standing().lagging()).isTrue();
            assertThat(witnessing.standing().lag()).isGreaterThan(LONGEST_LAG);
            assertThat(witnessing.standing().alarm(Language.ENGLISH).orElseThrow())
                    .contains("enough witnesses", "300 events");

            towns.get(0).away = 0;
            now = now.plusSeconds(60);
            witnessing.ask();
            assertThat(witnessing.standing().lagging()).isFalse();
            assertThat(witnessing.standing().alarm()).isEmpty();

            now = now.plus(LONGEST_LAG).plusSeconds(60);
            towns.forEach(town -> town.away = 503);
            witnessing.ask();
            assertThat(witnessing.standing().alarm())
                    .as("nothing has happened meanwhile")
                    .isEmpty();
        }
    }

    @Test
    void theAlarmIsRaisedAlsoWhileNothingCanBeKept() throws SQLException {
        var policy = policy("all");
        var checkpoints = checkpoints(policy);
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 300);
            witnessing.ask();
            towns.get(1).away = 503;
            grow(checkpoints, 10);
            execute("ALTER TABLE ledger_cosignature ADD CONSTRAINT full_disk CHECK (size < 310)");
            try {
                now = now.plus(LONGEST_LAG).plusSeconds(60);
                assertThatExceptionOfType(EventStoreException.class).isThrownBy(witnessing::ask);
                assertThat(witnessing.standing().alarm(Language.ENGLISH).orElseThrow())
                        .contains("enough witnesses", "10 events");
                assertThat(faults(witnessing))
                        .as("the others are heard as well")
                        .singleElement()
                        .asString()
                        .contains("503");
            } finally {
                execute("ALTER TABLE ledger_cosignature DROP CONSTRAINT full_disk");
            }

            towns.get(1).away = 0;
            now = now.plusSeconds(60);
            witnessing.ask();
            assertThat(witnessing.standing().alarm()).isEmpty();
            assertPublished(checkpoints, 310, 3);
        }
    }

    /** The log alone cannot notice this, because its checkpoints are as old as its events. */
    @Test
    void aDatabaseOfYesterdayIsNoticedAndNothingMoreIsSigned() throws SQLException {
        String yesterday;
        var policy = policy("any");
        var checkpoints = checkpoints(policy);
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 100);
            witnessing.ask();
            yesterday = copy();
            grow(checkpoints, 200);
            witnessing.ask();
        }
        restore(yesterday, 100);
        var again = checkpoints(policy);
        try (var witnessing = witnessing(again, policy)) {
            witnessing.ask();

            assertThat(witnessing.standing().contradiction().orElseThrow().in(Language.ENGLISH))
                    .contains("the log has 100 events, and it signed 300 before: events were taken away");
            var evidence = witnessing.standing().witnesses().getFirst().evidence();
            assertThat(signer.verifier().signed(SignedNote.parse(String.valueOf(evidence))))
                    .isTrue();
            assertThatExceptionOfType(ForkedLog.class).isThrownBy(witnessing::mustNotBeDisproved);
            assertThat(size(again.published().orElseThrow())).isEqualTo(100);
        }
    }

    /** The same, but the log grows beyond the size the witnesses remember before they are asked. */
    @Test
    void anotherHistoryIsNoticedHoweverLongItIs() throws SQLException {
        String yesterday;
        var policy = policy("any");
        var checkpoints = checkpoints(policy);
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 100);
            yesterday = copy();
            grow(checkpoints, 200);
            witnessing.ask();
        }
        restore(yesterday, 100);
        var again = checkpoints(policy);
        try (var witnessing = witnessing(again, policy);
                var other = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                        .build()) {
            other.appendEvents(several(stream(), 0, 500));
            again.publish();
            witnessing.ask();

            assertThat(witnessing.standing().proof().orElseThrow().in(Language.ENGLISH))
                    .contains("the log signed another root over 300 events before: they were changed");
            assertThat(towns.getFirst().witness.standing().values())
                    .allSatisfy(kept -> assertThat(size(kept.orElseThrow())).isEqualTo(300));
        }
    }

    @Test
    void aClaimWithoutOurSignatureIsAnAlarmAndNoProof() throws IOException {
        var checkpoints = checkpoints(policy("any"));
        grow(checkpoints, 10);

        try (var witnessing = liedTo(checkpoints, 1_000_000, "no note")) {
            assertThat(witnessing.standing().contradiction().orElseThrow().in(Language.ENGLISH))
                    .contains("liar", "1000000");
            assertThat(witnessing.standing().proof()).isEmpty();
            witnessing.mustNotBeDisproved();
        }
    }

    /** An attacker with a retired key could make such a checkpoint. */
    @Test
    void whatARetiredKeySignedAfterItsTimeIsNoProof() throws IOException {
        grow(checkpoints(policy("any")), 10);
        var next = NewSigner.log("log.example");
        new LogKeyHistory(ledger.application()).rotate(signer, next);
        var checkpoints = new Checkpoints(ledger.application(), log, LogKeyRing.of(next), policy("any"));
        grow(checkpoints, 10);
        var root = log.root(3);

        for (long size : List.of(11, 20, 1_000_000)) {
            var forged = signer.sign(new Checkpoint("log.example", size, root).text());
            try (var witnessing = liedTo(checkpoints, size, forged.toString())) {
                assertThat(witnessing.standing().contradiction())
                        .as("%d events", size)
                        .isPresent();
                assertThat(witnessing.standing().proof()).as("%d events", size).isEmpty();
                witnessing.mustNotBeDisproved();
            }
        }
        for (var signedInTime : List.of(
                signer.sign(new Checkpoint("log.example", 10, root).text()),
                next.sign(new Checkpoint("log.example", 11, root).text()))) {
            long size = size(signedInTime);
            try (var witnessing = liedTo(checkpoints, size, signedInTime.toString())) {
                assertThat(witnessing.standing().proof().orElseThrow().in(Language.ENGLISH))
                        .contains("another root over %d events".formatted(size));
            }
        }
    }

    /** The retired key has the log's former name. It never signed under the log's new name while it was in force. */
    @Test
    void whatAKeyRetiredByRenamingSignedUnderTheNewNameIsNoProof() throws IOException {
        grow(checkpoints(policy("any")), 10);
        var next = NewSigner.log("renamed.example");
        new LogKeyHistory(ledger.application()).rotate(signer, next);
        var checkpoints = new Checkpoints(ledger.application(), log, LogKeyRing.of(next), policy("any"));
        grow(checkpoints, 10);

        var forged = signer.sign(new Checkpoint("renamed.example", 10, log.root(3)).text());
        try (var witnessing = liedTo(checkpoints, 10, forged.toString())) {
            assertThat(witnessing.standing().contradiction()).isPresent();
            assertThat(witnessing.standing().proof()).isEmpty();
            witnessing.mustNotBeDisproved();
        }
    }

    /**
     * Returns the witnessing after it asked a witness that claims to have cosigned this many events and shows this
     * note.
     */
    private Witnessing liedTo(Checkpoints checkpoints, long size, String shown) throws IOException {
        var liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            try (exchange) {
                var post = exchange.getRequestMethod().equals("POST");
                Town.reply(exchange, post ? 409 : 200, post ? size + "\n" : shown);
            }
        });
        liar.start();
        var address = URI.create("http://localhost:" + liar.getAddress().getPort());
        var known = new KnownWitness("liar", towns.getFirst().key(), address);
        var lying = WitnessPolicy.simple("any", List.of(known)).orElseThrow();
        var witnessing = witnessing(checkpoints, lying);
        witnessing.ask();
        liar.stop(0);
        return witnessing;
    }

    @Test
    void whatIsNotTheWitnessesSignatureIsNotKept() {
        var policy = policy("any");
        var checkpoints = checkpoints(policy);
        var stranger = NewSigner.witness("county.example");
        towns.get(0).lie = _ -> "nonsense\n";
        towns.get(1).lie = line -> line.replace("archives", "archive");
        towns.get(2).lie = _ -> stranger.signature("text\n", now).line();
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 10);
            witnessing.ask();

            assertThat(checkpoints.published()).isEmpty();
            assertThat(faults(witnessing)).hasSize(3);
        }
    }

    @Test
    void rowsSomebodyPutThereAreNotPassedOn() throws SQLException {
        var policy = policy("any");
        var checkpoints = checkpoints(policy);
        grow(checkpoints, 10);
        var forged = NewSigner.witness("county.example")
                .signature(checkpoints.latest().orElseThrow().text(), now)
                .line()
                .strip();
        execute("INSERT INTO ledger_cosignature VALUES (10, 'x', '%s'), (10, 'y', 'nonsense')".formatted(forged));
        execute("INSERT INTO ledger_publication VALUES (10)");
        assertThat(checkpoints.published()).isEmpty();

        try (var witnessing = witnessing(checkpoints, policy)) {
            witnessing.ask();
        }
        assertPublished(checkpoints, 10, 3);
    }

    @Test
    void noRowKeepsTheLastCheckpointFromBeingRead() throws SQLException {
        var policy = policy("any");
        var checkpoints = checkpoints(policy);
        var unwitnessed = checkpoints(WitnessPolicy.NONE);
        grow(checkpoints, 10);
        try (var witnessing = witnessing(checkpoints, policy)) {
            witnessing.ask();
        }
        assertPublished(checkpoints, 10, 3);
        execute("ALTER TABLE ledger_cosignature ALTER COLUMN line DROP NOT NULL");
        execute("ALTER TABLE ledger_checkpoint ALTER COLUMN note DROP NOT NULL");
        try {
            execute("INSERT INTO ledger_cosignature VALUES (10, 'a', NULL), (10, 'b', ''), (10, 'c', E'\\n\\n')");
            execute("INSERT INTO ledger_cosignature SELECT 10, 'x' || n, line FROM ledger_cosignature,"
                    + " generate_series(1, 150) AS n WHERE witness LIKE 'county.example+%'");
            assertPublished(checkpoints, 10, 3);

            execute("INSERT INTO ledger_checkpoint SELECT 20, note FROM ledger_checkpoint");
            execute(
                    "INSERT INTO ledger_checkpoint VALUES (40, NULL), (50, 'garbage'), (60, E'no checkpoint\\n\\n%s\\n')"
                            .formatted(line(signer.sign("no checkpoint\n"))));
            execute("INSERT INTO ledger_cosignature SELECT size, '%s', 'garbage' FROM ledger_checkpoint WHERE size > 10"
                    .formatted(towns.getFirst().key()));
            execute("INSERT INTO ledger_publication SELECT size FROM ledger_checkpoint WHERE size > 10");
            assertPublished(checkpoints, 10, 3);
            assertThat(size(unwitnessed.published().orElseThrow())).isEqualTo(10);

            execute("UPDATE ledger_checkpoint SET note = note || repeat(split_part(note, E'\\n', 5) || E'\\n', 98)"
                    + " WHERE size = 10");
            var crowded = SignedNote.parse(checkpoints.published().orElseThrow().toString());
            assertThat(signer.verifier().signed(crowded)).isTrue();
            assertThat(crowded.signers(towns.stream().map(Town::key).toList())).hasSize(3);
        } finally {
            restore("UPDATE ledger_head SET size = size", 10);
            execute("DELETE FROM ledger_cosignature WHERE line IS NULL");
            execute("ALTER TABLE ledger_cosignature ALTER COLUMN line SET NOT NULL");
            execute("ALTER TABLE ledger_checkpoint ALTER COLUMN note SET NOT NULL");
        }
    }

    private static String line(SignedNote note) {
        return note.signatures().getFirst().line().strip();
    }

    @Test
    void whoHasSaidSoIsNotAskedAllTheTime() {
        var policy = policy("any");
        var checkpoints = checkpoints(policy);
        try (var witnessing = witnessing(checkpoints, policy)) {
            grow(checkpoints, 10);
            witnessing.ask();
            int asked = towns.getFirst().asked.get();
            witnessing.ask();
            assertThat(towns.getFirst().asked.get()).isEqualTo(asked);
            now = now.plusSeconds(61);
            witnessing.ask();
            assertThat(towns.getFirst().asked.get()).isEqualTo(asked + 1);
        }
    }

    private void assertPublished(Checkpoints checkpoints, long size, int cosignatures) {
        var note = SignedNote.parse(checkpoints.published().orElseThrow().toString());
        assertThat(size(note)).isEqualTo(size);
        assertThat(signer.verifier().signed(note)).isTrue();
        assertThat(note.signers(towns.stream().map(Town::key).toList())).hasSize(cosignatures);
        assertThat(note.signatures()).hasSize(1 + cosignatures);
        var proof = ProofFile.parse(checkpoints.proof(size - 1).orElseThrow().toString());
        assertThat(proof.checkpoint()).hasToString(note.toString());
    }

    private static List<String> faults(Witnessing witnessing) {
        return witnessing.standing().witnesses().stream()
                .flatMap(line -> Stream.ofNullable(line.fault()))
                .map(fault -> fault.in(Language.ENGLISH))
                .toList();
    }

    private void grow(Checkpoints checkpoints, int events) {
        engine.appendEvents(several(stream(), 0, events));
        checkpoints.publish();
    }

    private WitnessPolicy policy(String words) {
        return WitnessPolicy.simple(words, towns.stream().map(Town::known).toList())
                .orElseThrow();
    }

    private Checkpoints checkpoints(WitnessPolicy policy) {
        return new Checkpoints(ledger.application(), log, LogKeyRing.of(signer), policy);
    }

    private Witnessing witnessing(Checkpoints checkpoints, WitnessPolicy policy) {
        return new Witnessing(checkpoints, log, policy, LONGEST_LAG, () -> now);
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    /** Copies the head as it is now. {@link #restore} removes what was recorded, signed and cosigned since. */
    private String copy() throws SQLException {
        try (var connection = ledger.owner().getConnection();
                var statement = connection.createStatement();
                var head = statement.executeQuery("SELECT size, root, frontier FROM ledger_head")) {
            assertThat(head.next()).isTrue();
            return "UPDATE ledger_head SET size = %d, root = '%s', frontier = '%s'"
                    .formatted(head.getLong(1), head.getString(2), head.getString(3));
        }
    }

    /** Restores a state that is consistent in itself, as a restored copy of the database is. */
    private void restore(String copy, long size) throws SQLException {
        execute("DELETE FROM ledger_publication WHERE size > " + size);
        execute("DELETE FROM ledger_cosignature WHERE size > " + size);
        execute("DELETE FROM ledger_checkpoint WHERE size > " + size);
        execute("DELETE FROM ledger_node WHERE (index + 1) * 256 ^ level > " + size);
        execute("DELETE FROM ledger_event WHERE position >= " + size);
        execute(copy);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = ledger.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
            statement.execute("RESET session_replication_role");
        }
    }
}
