package org.serviceledger.command.evaluation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.command.web.RequestRefused;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;

/**
 * Counts wrong codes for each case and refuses further attempts after ten, so that nobody can find a six-digit code by
 * trying. A count expires an hour after the last wrong code.
 */
final class WrongCodes {

    private static final int MOST = 10;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Cache<CaseId, Integer> counts = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(FORGOTTEN)
            .build();

    void mustBeFew(CaseId id) {
        if (counts.asMap().getOrDefault(id, 0) >= MOST) {
            throw RequestRefused.because(
                    HttpStatus.TOO_MANY_REQUESTS, "evaluation/few-tries", Message.of("problem.evaluation/few-tries"));
        }
    }

    void add(CaseId id) {
        counts.asMap().merge(id, 1, Integer::sum);
    }
}
