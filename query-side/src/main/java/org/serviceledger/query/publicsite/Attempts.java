package org.serviceledger.query.publicsite;

import java.time.Clock;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.NoAnswer.TooManyAttempts;
import org.serviceledger.query.shared.QuerySettings;
import org.serviceledger.web.Throttle;
import org.springframework.stereotype.Component;

/** Counts wrong codes by case number, to keep anyone from guessing the code of a case. Right codes are not counted. */
@Component
class Attempts {

    private final Throttle<String> throttle;

    Attempts(QuerySettings settings, Clock clock) {
        throttle = new Throttle<>(
                clock, settings.progressAttempts(), settings.progressWindow(), settings.progressWindow());
    }

    /**
     * Refuses any further attempt, with the right code too, after too many wrong codes for this number.
     *
     * @throws CannotAnswer with {@link TooManyAttempts}, which tells when the number is free again
     */
    void mustNotBeTooMany(String number) {
        throttle.rest(number).ifPresent(rest -> {
            throw new CannotAnswer(new TooManyAttempts(rest));
        });
    }

    void failed(String number) {
        throttle.failed(number);
    }
}
