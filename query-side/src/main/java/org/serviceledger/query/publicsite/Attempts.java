package org.serviceledger.query.publicsite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.NoAnswer.TooManyAttempts;
import org.serviceledger.query.shared.QuerySettings;
import org.springframework.stereotype.Component;

/** Counts wrong codes by case number, to keep anyone from guessing the code of a case. Right codes are not counted. */
@Component
class Attempts {

    private static final int MOST_NUMBERS = 100_000;

    private final Map<String, Wrong> wrong = new LinkedHashMap<>();
    private final QuerySettings settings;
    private final Clock clock;

    Attempts(QuerySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Wrong(Instant since, int times) {}

    /**
     * Refuses any further attempt, with the right code too, after too many wrong codes for this number.
     *
     * @throws CannotAnswer with {@link TooManyAttempts}, which tells when the number is free again
     */
    synchronized void mustNotBeTooMany(String number) {
        var so = wrong.get(number);
        var now = clock.instant();
        if (so == null || isOver(so, now) || so.times() < settings.progressAttempts()) {
            return;
        }
        throw new CannotAnswer(
                new TooManyAttempts(Duration.between(now, so.since().plus(settings.progressWindow()))));
    }

    synchronized void failed(String number) {
        var now = clock.instant();
        wrong.merge(
                number, new Wrong(now, 1), (so, one) -> isOver(so, now) ? one : new Wrong(so.since(), so.times() + 1));
        if (wrong.size() > MOST_NUMBERS) {
            forgetOldest();
        }
    }

    private boolean isOver(Wrong so, Instant now) {
        return so.since().plus(settings.progressWindow()).isBefore(now);
    }

    private void forgetOldest() {
        Iterator<String> oldest = wrong.keySet().iterator();
        oldest.next();
        oldest.remove();
    }
}
