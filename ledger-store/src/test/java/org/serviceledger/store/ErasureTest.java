package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceledger.store.Appends.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.subject.Confidential;
import org.serviceledger.store.subject.Confidential.Disclosed;
import org.serviceledger.store.subject.Confidential.Erased;
import org.serviceledger.store.subject.ConfidentialModule;
import org.serviceledger.store.subject.MasterKey;
import org.serviceledger.store.subject.SubjectErased;
import org.serviceledger.store.subject.SubjectKeys;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;

/**
 * After a person's key is destroyed, what was recorded of the person can no longer be read, and every proof stays
 * valid.
 */
class ErasureTest {

    private static final Disclosed ZHANG = new Disclosed("subject-1", "张三 320623199001011234");
    private static final Disclosed LI = new Disclosed("subject-2", "李四");

    private final TestLedger ledger = TestLedger.empty();
    private final Path directory;
    private final SubjectKeys keys;
    private final PostgresEventStorageEngine engine;

    /** An event about a person. */
    record Applied(Confidential applicant, String item) {}

    ErasureTest(@TempDir Path directory) {
        this.directory = directory;
        this.keys = new SubjectKeys(ledger.application(), MasterKey.of(directory.resolve("master-key")));
        this.engine = engine(keys);
    }

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }

    @Test
    void leavesEveryProofValidAndTheContentUnreadable() throws Exception {
        append(ZHANG);
        append(LI);
        append(ZHANG);
        assertThat(applicants()).containsExactly(ZHANG, LI, ZHANG);
        var log = new PublishedLog(ledger.application(), "default");
        var checkpoints = new Checkpoints(ledger.application(), log, NewSigner.log("log.example"));
        checkpoints.publish();
        var before = checkpoints.proof(0).orElseThrow();
        var stored = payloads();

        assertThat(keys.erase(ZHANG.subject(), "申请人要求删除")).isTrue();

        assertThat(applicants()).containsExactly(new Erased("subject-1"), LI, new Erased("subject-1"));
        assertThat(payloads()).as("not a byte is touched").isEqualTo(stored);
        RebuiltLeaves.mustSeal(ledger.application(), "default");
        var root = Checkpoint.parse(before.checkpoint().text()).root();
        assertThat(checkpoints.proof(0).orElseThrow()).hasToString(before.toString());
        assertThat(before.inclusion().flaw(log.full(0, 0), root)).isEmpty();
        checkpoints.publish();
        append(LI);
        checkpoints.publish();
        assertThat(checkpoints.keys().flaw(checkpoints.latest().orElseThrow())).isEmpty();
    }

    @Test
    void whatIsStoredIsCiphertextOnly() throws SQLException {
        append(ZHANG);
        append(ZHANG);

        assertThat(payloads())
                .doesNotHaveDuplicates()
                .allSatisfy(payload -> assertThat(payload)
                        .contains("\"subject\":\"subject-1\"", "\"item\":\"低保\"")
                        .doesNotContain("张三", "320623199001011234"));
        assertThat(ZHANG.toString()).doesNotContain("张三");
    }

    @Test
    void nothingMoreIsRecordedOfWhoWasErased() {
        append(ZHANG);
        keys.erase(ZHANG.subject(), "申请人要求删除");

        assertThatThrownBy(() -> append(ZHANG)).hasRootCauseInstanceOf(SubjectErased.class);
        assertThatThrownBy(() -> append(new Erased("subject-1"))).hasRootCauseInstanceOf(SubjectErased.class);
        assertThat(new LedgerHeads(ledger.application()).current().size()).isEqualTo(1);
        assertThat(keys.erase(ZHANG.subject(), "again")).isFalse();
        assertThat(keys.erase("subject-9", "never there")).isFalse();
    }

    /** A key can be erased only once, and its row stays with the time and the reason. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM subject_key",
                "UPDATE subject_key SET wrapped = '\\x00' WHERE subject = 'subject-2'",
                "UPDATE subject_key SET wrapped = '\\x00', erased_at = null, erased_because = null",
                "UPDATE subject_key SET erased_because = 'other' WHERE subject = 'subject-1'",
                "UPDATE subject_key SET wrapped = null WHERE subject = 'subject-2'",
            })
    void aKeyIsErasedOnceOnRecordAndNothingElse(String tampering) throws SQLException {
        append(ZHANG);
        append(LI);
        keys.erase(ZHANG.subject(), "申请人要求删除");

        for (var pool : List.of(ledger.application(), ledger.owner())) {
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(tampering));
            }
        }
        assertThat(applicants()).containsExactly(new Erased("subject-1"), LI);
    }

    @Test
    void withoutTheRightMasterKeyNothingIsReadNorTakenForErased() {
        append(ZHANG);
        var other = new SubjectKeys(ledger.application(), MasterKey.of(directory.resolve("other-key")));
        try (var reading = engine(other);
                var events = reading.readEvents(null, false)) {
            var event = events.findFirst().orElseThrow();

            assertThatThrownBy(event::getPayload)
                    .hasStackTraceContaining("the key of subject-1 was not wrapped with the master key in")
                    .hasStackTraceContaining("other-key");
        }
    }

    @Test
    void theMasterKeyIsMadeOnceForItsOwnerOnly() throws Exception {
        var file = directory.resolve("master-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var text = Files.readString(file);
        MasterKey.of(file);
        assertThat(file).hasContent(text);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> MasterKey.of(file))
                .withMessageContaining("master-key can be read by others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA"})
    void whatIsNoMasterKeyIsRefusedAndLeftAlone(String text) throws Exception {
        var file = directory.resolve("damaged");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> MasterKey.of(file))
                .withMessageContaining("damaged holds no master key");
        assertThat(file).hasContent(text);
    }

    private PostgresEventStorageEngine engine(SubjectKeys subjects) {
        var names = WireNames.of(List.of(Applied.class), Map.of(Applied.class, "case.applied")::get);
        var serializer = new WireNameSerializer(names, mapper -> mapper.addModule(new ConfidentialModule(subjects)));
        return PostgresEventStorageEngine.builder(ledger.application(), serializer)
                .build();
    }

    private void append(Confidential applicant) {
        engine.appendEvents(new GenericDomainEventMessage<>(Appends.TYPE, stream(), 0, new Applied(applicant, "低保")));
    }

    private List<Confidential> applicants() {
        try (var events = engine.readEvents(null, false)) {
            return events.map(TrackedEventMessage::getPayload)
                    .map(Applied.class::cast)
                    .map(Applied::applicant)
                    .toList();
        }
    }

    private List<String> payloads() throws SQLException {
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement("SELECT payload FROM ledger_event ORDER BY position");
                var row = query.executeQuery()) {
            var payloads = new ArrayList<String>();
            while (row.next()) {
                payloads.add(new String(row.getBytes(1), StandardCharsets.UTF_8));
            }
            return payloads;
        }
    }
}
