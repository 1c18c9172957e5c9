package org.serviceledger.store.verify;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;

/**
 * What came of checking the ledger at some time.
 *
 * @param size how many events there were when it began
 * @param documents how many documents of read models were compared
 * @param further findings beyond these
 * @param failure why it could not be done to its end; null if it was
 */
public record PastVerification(
        Instant beganAt,
        Instant endedAt,
        long size,
        long documents,
        List<Line> findings,
        long further,
        @Nullable String failure) {

    /** A finding as it is kept: in words that stay what they were, of both languages, for whoever reads it later. */
    public record Line(String english, String chinese) {

        /** A finding that can say itself in either language. */
        public static Line of(Function<Language, String> finding) {
            return new Line(finding.apply(Language.ENGLISH), finding.apply(Language.CHINESE));
        }

        /** In the language that is being spoken. */
        public String line() {
            return line(Language.current());
        }

        /** In a language of the caller's choice. */
        public String line(Language language) {
            return switch (language) {
                case CHINESE -> chinese;
                case ENGLISH -> english;
            };
        }
    }

    public PastVerification {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return failure == null && findings.isEmpty();
    }

    /** How many findings there were. */
    public long count() {
        return findings.size() + further;
    }
}
