package org.serviceledger.app.server;

import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.projection.embedded.EmbeddedElasticsearchFailed;
import org.serviceledger.store.embedded.EmbeddedServerException;
import org.serviceledger.words.ExplainedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Finds, among the causes of a failed start, the one that the operator can put right. Spring Boot logs it in place of a
 * stack trace.
 */
final class StartFailures extends AbstractFailureAnalyzer<ExplainedException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, ExplainedException cause) {
        return cause instanceof LedgerFailed
                        || cause instanceof EmbeddedServerException
                        || cause instanceof EmbeddedElasticsearchFailed
                ? new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause)
                : null;
    }

    /** Returns the cause that the operator can put right, or else the failure itself. */
    static RuntimeException cause(RuntimeException failure) {
        var analysis = new StartFailures().analyze(failure);
        return analysis != null && analysis.getCause() instanceof RuntimeException cause ? cause : failure;
    }
}
