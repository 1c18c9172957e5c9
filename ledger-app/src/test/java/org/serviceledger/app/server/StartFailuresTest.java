package org.serviceledger.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class StartFailuresTest {

    private final LedgerFailed cause = new LedgerFailed(Message.of("console.serve.stopped"));

    @Test
    void findsWhatTheOperatorCanPutRight() {
        var wrapped = new IllegalStateException("no bean", new IllegalArgumentException("no argument", cause));

        assertThat(StartFailures.cause(wrapped)).isSameAs(cause);
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        var failure = new IllegalStateException("no bean", new IllegalArgumentException("no argument"));

        assertThat(StartFailures.cause(failure)).isSameAs(failure);
    }

    @Test
    void isKnownToSpringBoot() {
        var analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((_, _) -> {}));

        assertThat(analyzers).hasAtLeastOneElementOfType(StartFailures.class);
    }
}
