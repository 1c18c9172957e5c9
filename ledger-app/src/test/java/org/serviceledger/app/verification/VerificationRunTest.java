package org.serviceledger.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.serviceledger.store.verify.PastVerification;
import org.serviceledger.store.verify.PastVerification.Line;
import org.slf4j.LoggerFactory;

/** What the log says about a verification. */
@Isolated("it listens to a logger of the whole JVM")
class VerificationRunTest {

    private static final Instant NIGHT = Instant.parse("2026-11-23T18:30:00Z");

    private final Logger log = (Logger) LoggerFactory.getLogger(VerificationRun.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        log.addAppender(told);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(told);
    }

    @Test
    void aSoundLedgerIsOneLine() {
        VerificationRun.tell(past(null));

        assertThat(lines()).containsExactly("INFO the ledger is sound: 10 events, 7 documents");
    }

    @Test
    void findingsAreToldEach() {
        VerificationRun.tell(past(null, "position 3: changed", "position 5: changed"));

        assertThat(lines())
                .containsExactly(
                        "ERROR the ledger is not as it was signed: 2 findings",
                        "ERROR position 3: changed",
                        "ERROR position 5: changed");
    }

    @Test
    void findingsAreToldAlsoIfTheDocumentsCouldNotBeCompared() {
        VerificationRun.tell(past("the documents could not be compared: no answer", "position 3: changed"));

        assertThat(lines())
                .containsExactly(
                        "ERROR the ledger could not be checked: the documents could not be compared: no answer",
                        "ERROR the ledger is not as it was signed: 1 findings",
                        "ERROR position 3: changed");
    }

    @Test
    void aCheckThatFailedBeforeAnythingWasFoundSaysWhy() {
        VerificationRun.tell(past("the ledger could not be read: no connection"));

        assertThat(lines())
                .containsExactly("ERROR the ledger could not be checked: the ledger could not be read: no connection");
    }

    private List<String> lines() {
        return told.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    private static PastVerification past(@Nullable String failure, String... findings) {
        return new PastVerification(
                NIGHT,
                NIGHT,
                10,
                7,
                List.of(findings).stream().map(line -> new Line(line, "…")).toList(),
                0,
                failure);
    }
}
