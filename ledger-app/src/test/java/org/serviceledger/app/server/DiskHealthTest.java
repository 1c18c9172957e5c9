package org.serviceledger.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.serviceledger.words.Language;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The health of the disk that holds the data directory. */
class DiskHealthTest {

    private static final Path ROOT = Path.of("/var/lib/ledger");

    @Test
    void isDownBeforeTheDiskIsFull() {
        var full = Language.ENGLISH.<Health, RuntimeException>speaking(() -> HealthConfiguration.disk(ROOT, 99));

        assertThat(full.getStatus()).isEqualTo(Status.DOWN);
        assertThat(full.getDetails())
                .containsEntry("reason", "only 99 MB left")
                .containsEntry("path", "/var/lib/ledger");
        assertThat(HealthConfiguration.disk(ROOT, 0).getDetails()).containsEntry("reason", "仅余 0 MB");
    }

    @Test
    void isUpWhileThereIsRoom() {
        var roomy = HealthConfiguration.disk(ROOT, 100);

        assertThat(roomy.getStatus()).isEqualTo(Status.UP);
        assertThat(roomy.getDetails()).containsEntry("megabytesLeft", 100L).doesNotContainKey("reason");
    }
}
