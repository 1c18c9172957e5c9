package org.serviceledger.command.evaluation;

import java.time.Duration;
import java.time.InstantSource;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.command.web.RequestRefused;
import org.serviceledger.web.Throttle;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;

/**
 * Counts wrong codes for each case and refuses further attempts after ten, so that nobody can find a six-digit code by
 * trying. A count expires an hour after the last wrong code.
 */
final class WrongCodes {

    private static final int MOST = 10;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Throttle<CaseId> throttle;

    WrongCodes(InstantSource clock) {
        this.throttle = new Throttle<>(clock, MOST, FORGOTTEN, FORGOTTEN);
    }

    void mustBeFew(CaseId id) {
        if (throttle.rest(id).isPresent()) {
            throw RequestRefused.because(
                    HttpStatus.TOO_MANY_REQUESTS, "evaluation/few-tries", Message.of("problem.evaluation/few-tries"));
        }
    }

    void add(CaseId id) {
        throttle.failed(id);
    }
}
