package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.clock.ClockDoubt.ApartFromDatabase;
import org.serviceledger.store.clock.ClockDoubt.BehindLedger;
import org.serviceledger.store.clock.ClockDoubt.Jumped;
import org.serviceledger.store.clock.ClockDoubt.LongAbsence;
import org.serviceledger.store.clock.ClockGuard;
import org.serviceledger.store.clock.ClockInDoubt;
import org.serviceledger.words.Language;

/** Tests shift the machine's clock alone, or PostgreSQL's clock with it, as if both ran on one machine. */
class ClockGuardTest {

    private static final ClockGuard.Limits LIMITS = new ClockGuard.Limits(Duration.ofSeconds(60), Duration.ofDays(3));

    private final TestLedger ledger = TestLedger.empty();
    private final ShiftedClock clock = new ShiftedClock();
    private final HikariDataSource shifted = shifted();

    @BeforeEach
    void postgresCanBeShifted() throws SQLException {
        execute(ledger.owner(), "CREATE SCHEMA IF NOT EXISTS shifted");
        execute(ledger.owner(), "CREATE TABLE IF NOT EXISTS shifted.by (step interval)");
        execute(ledger.owner(), "TRUNCATE shifted.by");
        execute(ledger.owner(), "INSERT INTO shifted.by VALUES ('0')");
        execute(ledger.owner(), """
                CREATE OR REPLACE FUNCTION shifted.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
                'SELECT pg_catalog.clock_timestamp() + step FROM shifted.by'""");
        execute(ledger.owner(), "GRANT USAGE ON SCHEMA shifted TO PUBLIC");
        execute(ledger.owner(), "GRANT SELECT ON shifted.by TO PUBLIC");
    }

    @AfterEach
    void close() {
        shifted.close();
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {15 * 86_400, 61, -61})
    void aClockApartFromPostgresIsNotBelieved(long seconds) throws SQLException {
        var guard = guard();
        clock.shift(Duration.ofSeconds(seconds));

        assertThat(guard.check()).containsInstanceOf(ApartFromDatabase.class);
        assertThat(guard.doubt()).containsInstanceOf(ApartFromDatabase.class);
        assertThat(guard.confirm("admin")).as("two clocks cannot both be right").isPresent();
        assertThat(rows("ledger_clock")).as("no sign of life").isZero();
        assertThatExceptionOfType(ClockInDoubt.class)
                .isThrownBy(() -> guard.acting().instant())
                .withMessageContaining("PostgreSQL");
        assertThat(guard.waiting().instant()).as("no time has come").isEqualTo(Instant.EPOCH);

        clock.shift(Duration.ZERO);
        assertThat(guard.check()).isEmpty();
        assertThat(guard.acting().instant()).isBeforeOrEqualTo(Instant.now());
        assertThat(rows("ledger_clock")).isOne();
    }

    @Test
    void aLittleIsTolerated() {
        var guard = guard();
        clock.shift(Duration.ofSeconds(-50));
        assertThat(guard.check()).isEmpty();
        clock.shift(Duration.ofSeconds(5));
        assertThat(guard.check()).isEmpty();
    }

    @Test
    void aClockThatIsSetWhileTheServerRunsIsNotBelievedAtOnce() throws SQLException {
        var guard = guard();
        assertThat(guard.check()).isEmpty();
        var before = guard.waiting().instant();

        shiftBoth(Duration.ofDays(15));
        assertThat(guard.doubt()).as("before anything is compared").containsInstanceOf(Jumped.class);
        assertThat(guard.waiting().instant()).isBeforeOrEqualTo(before);
        assertThat(guard.check()).containsInstanceOf(Jumped.class);
        assertThat(guard.check()).as("it is not forgotten").containsInstanceOf(Jumped.class);

        shiftBoth(Duration.ZERO);
        assertThat(guard.check()).isEmpty();
        assertThat(guard.waiting().instant()).isAfterOrEqualTo(before);
    }

    @Test
    void aClockBehindTheLastEventIsNotBelieved() throws SQLException {
        append(Instant.now().plusSeconds(90));
        var guard = guard();

        assertThat(guard.check()).containsInstanceOf(BehindLedger.class);
        shiftBoth(Duration.ofSeconds(40));
        assertThat(guard.check()).isEmpty();
    }

    @Test
    void aClockBehindTheLastSignOfLifeIsNotBelieved() throws SQLException {
        guard().check();
        shiftBoth(Duration.ofMinutes(-5));

        assertThat(guard().check()).containsInstanceOf(BehindLedger.class);
    }

    @Test
    void afterALongAbsenceSomebodyIsAsked() throws SQLException {
        append(Instant.now());
        assertThat(guard().check()).isEmpty();
        shiftBoth(Duration.ofDays(2));
        assertThat(guard().check()).as("a weekend").isEmpty();
        shiftBoth(Duration.ofDays(17));

        var later = guard();
        assertThat(later.check())
                .containsInstanceOf(LongAbsence.class)
                .map(doubt -> doubt.line(Language.ENGLISH))
                .get()
                .asString()
                .contains("15 days");
        assertThat(later.confirm("admin")).isEmpty();
        assertThat(later.check()).isEmpty();
        assertThat(guard().check()).as("of another server, or after a restart").isEmpty();
        assertThat(rows("ledger_clock_confirmation")).isOne();
    }

    /** A clock that was far ahead must not keep the ledger closed until the time it showed. */
    @Test
    void whatWasRecordedUnderAWrongClockIsConfirmedAway() {
        append(Instant.now().plus(Duration.ofDays(4000)));
        var guard = guard();
        assertThat(guard.check()).containsInstanceOf(BehindLedger.class);

        assertThat(guard.confirm("admin")).isEmpty();
        assertThat(guard().check()).isEmpty();
        append(Instant.now());
        assertThat(guard().check()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayDoesNotEndADoubt() {
        clock.shift(Duration.ofHours(1));
        var guard = guard();
        assertThat(guard.check()).isPresent();
        clock.shift(Duration.ZERO);
        shifted.close();

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(guard::check);
        assertThat(guard.doubt()).isPresent();
    }

    private ClockGuard guard() {
        return new ClockGuard(shifted, clock, LIMITS);
    }

    private void append(Instant at) {
        try (var engine = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                .build()) {
            engine.appendEvents(Appends.writtenAt(at, Appends.stream(), 0, "note"));
        }
    }

    private void shiftBoth(Duration by) throws SQLException {
        clock.shift(by);
        execute(ledger.owner(), "UPDATE shifted.by SET step = '%d seconds'".formatted(by.toSeconds()));
    }

    private long rows(String table) throws SQLException {
        try (var connection = ledger.application().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Sessions that call the test's function in place of PostgreSQL's. */
    private HikariDataSource shifted() {
        var config = new HikariConfig();
        config.setJdbcUrl(ledger.application().getJdbcUrl());
        config.setUsername(ledger.application().getUsername());
        config.setPassword(ledger.application().getPassword());
        config.setMaximumPoolSize(2);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("SET search_path = shifted, pg_catalog, public");
        return new HikariDataSource(config);
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class ShiftedClock extends Clock {

        private volatile Duration shift = Duration.ZERO;

        void shift(Duration by) {
            shift = by;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
