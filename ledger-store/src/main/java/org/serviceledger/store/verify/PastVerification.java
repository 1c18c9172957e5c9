package org.serviceledger.store.verify;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;

/**
 * The stored result of one verification of the ledger.
 *
 * @param size number of events when the verification began
 * @param documents number of read-model documents compared
 * @param further number of findings beyond these
 * @param failure why the verification did not complete; null if it did
 */
public record PastVerification(
        Instant beganAt,
        Instant endedAt,
        long size,
        long documents,
        List<Line> findings,
        long further,
        @Nullable String failure) {

    /**
     * A finding as it is stored: as finished text in both languages, which does not change when the sentences of the
     * program do.
     */
    public record Line(String english, String chinese) {

        /** Creates the stored form of a finding from a function that returns its text in the given language. */
        public static Line of(Function<Language, String> finding) {
            return new Line(finding.apply(Language.ENGLISH), finding.apply(Language.CHINESE));
        }

        /** Returns the text in {@link Language#current()}. */
        public String line() {
            return line(Language.current());
        }

        /** Returns the text in the given language. */
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

    /** Returns the total number of findings, including those that were not kept. */
    public long count() {
        return findings.size() + further;
    }
}
