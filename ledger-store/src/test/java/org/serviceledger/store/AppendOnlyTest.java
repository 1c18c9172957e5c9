package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses to change or delete what was stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendOnlyTest {

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();

    @BeforeAll
    void storeSomething() {
        engine.appendEvents(written(stream(), 0, "kept", Map.of(IdempotencyKeys.KEY, "key")));
        engine.appendEvents(several(stream(), 0, 2));
    }

    @AfterAll
    void close() {
        engine.close();
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET payload = 'x'",
                "DELETE FROM ledger_event",
                "DELETE FROM ledger_event WHERE position = 99",
                "TRUNCATE ledger_event",
                "TRUNCATE ledger_event CASCADE",
                "UPDATE idempotency_key SET key = 'y'",
                "DELETE FROM idempotency_key",
                "TRUNCATE idempotency_key",
                "DELETE FROM ledger_head",
                "TRUNCATE ledger_head",
                "UPDATE ledger_head SET size = 1",
                "UPDATE ledger_head SET size = 3, root = ''",
                "INSERT INTO ledger_event SELECT * FROM ledger_event ON CONFLICT (position) DO UPDATE SET payload = 'x'"
            })
    void evenToItsOwner(String change) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(ledger.owner(), change))
                .withMessageContaining("append-only");
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET payload = 'x'",
                "DELETE FROM ledger_event",
                "TRUNCATE ledger_event",
                "UPDATE ledger_node SET hash = sha256('')",
                "DELETE FROM ledger_node",
                "DELETE FROM idempotency_key",
                "INSERT INTO ledger_head (one, size, root, frontier) VALUES (false, 0, '', '')",
                "DELETE FROM ledger_head",
                "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
                "DROP TRIGGER append_only ON ledger_event",
                "DROP TABLE ledger_event CASCADE",
                "CREATE TABLE mine (x int)",
                "SET session_replication_role = replica"
            })
    void andTheApplicationHasNoSuchRight(String change) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(ledger.application(), change))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        assertUnchanged();
    }

    @Test
    void theApplicationMayKeepTokens() throws SQLException {
        execute(ledger.application(), "INSERT INTO token_entry (processor_name, segment) VALUES ('cases', 0)");
        execute(ledger.application(), "UPDATE token_entry SET owner = 'me'");
        execute(ledger.application(), "DELETE FROM token_entry");
    }

    @Test
    void migratingAgainChangesNothing() {
        LedgerSchema.migrate(ledger.owner(), "ledger_app");

        assertUnchanged();
    }

    private void assertUnchanged() {
        try (var events = engine.readEvents(null, false)) {
            assertThat(events).hasSize(3);
        }
        assertThat(new LedgerHeads(ledger.application()).current().size()).isEqualTo(3);
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
