package org.serviceledger.app.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the month through the real rules into a real store. */
class DemonstrationDataTest {

    private static final Instant NOW = Instant.parse("2026-07-17T09:40:00Z");

    @TempDir
    private static Path directory;

    private static CommandSideOnly ledger;
    private static DemonstrationData.Loaded loaded;

    @BeforeAll
    static void load() {
        ledger = CommandSideOnly.start(directory.resolve("postgres"));
        var began = System.nanoTime();
        loaded = ledger.demonstration().load(NOW);
        System.out.println(loaded + " in " + (System.nanoTime() - began) / 1e9);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void noRuleRefusesAnyOfIt() {
        assertThat(loaded.refused()).isZero();
        assertThat(loaded.sent()).isGreaterThan(20_000);
    }
}
