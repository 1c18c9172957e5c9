package org.serviceledger.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.projection.engine.DocumentAudit.Round;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** Which share of the documents is compared on which night. */
class DocumentRoundTest {

    private static final int NIGHTS = 14;
    private static final Instant FIRST = Instant.parse("2026-11-01T18:30:00Z");

    @TempDir
    private static Path temporary;

    private static EmbeddedPostgres postgres;
    private static HikariDataSource database;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(temporary.resolve("postgres"));
        database = new HikariDataSource();
        database.setJdbcUrl(postgres.jdbcUrl());
        database.setUsername(postgres.user());
        database.setPassword(postgres.password());
        LedgerSchema.migrate(database, postgres.applicationUser());
    }

    @AfterAll
    static void stop() {
        database.close();
        postgres.close();
    }

    @BeforeEach
    void forget() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM document_round");
        }
    }

    @Test
    void afterFourteenNightsEveryShareHasHadItsTurn() {
        var shares = new HashSet<Integer>();
        for (int night = 0; night < NIGHTS; night++) {
            var round = inNight(night).next();
            assertThat(round.count()).isEqualTo(1);
            shares.add(round.first());
            inNight(night).done(round);
        }
        assertThat(shares).hasSize(NIGHTS);
    }

    @Test
    void missedNightsAreCaughtUp() {
        inNight(0).done(inNight(0).next());

        assertThat(inNight(4).next()).isEqualTo(new Round(NIGHTS, 1, 4));
    }

    @Test
    void neverMoreThanAll() {
        inNight(0).done(inNight(0).next());

        assertThat(inNight(100).next()).isEqualTo(new Round(NIGHTS, 1, NIGHTS));
    }

    @Test
    void aNightThatFailedIsNotPassedOver() {
        var unfinished = inNight(0).next();

        assertThat(inNight(0).next()).isEqualTo(unfinished);
    }

    @Test
    void anotherNumberOfNightsBeginsAnew() {
        inNight(0).done(inNight(0).next());

        assertThat(new DocumentRound(database, at(1), 7).next()).isEqualTo(new Round(7, 0, 1));
    }

    private static DocumentRound inNight(int night) {
        return new DocumentRound(database, at(night), NIGHTS);
    }

    private static Clock at(int night) {
        return Clock.fixed(FIRST.plus(Duration.ofDays(night)), ZoneOffset.UTC);
    }
}
