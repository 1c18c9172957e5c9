package org.serviceledger.store.publication;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * How far the log's witnesses are.
 *
 * @param signed entries under the last signature of the log
 * @param published entries under the last checkpoint that enough witnesses vouched for; -1 before the first
 * @param lag how long the oldest checkpoint that is not published has waited
 * @param lagging whether that is longer than is allowed
 */
public record WitnessStanding(List<Line> witnesses, long signed, long published, Duration lag, boolean lagging) {

    public WitnessStanding {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * One witness.
     *
     * @param key its verifier key
     * @param size entries under the last checkpoint it cosigned while this process has been asking it
     * @param at when it did
     * @param fault what came of asking it last; null if it cosigned
     * @param contradiction how it remembers the log otherwise than it is; null if it does not
     * @param evidence the checkpoint that proves it, signed by the log itself; null if there is none
     */
    public record Line(
            String name,
            URI url,
            String key,
            @Nullable Long size,
            @Nullable Instant at,
            @Nullable Message fault,
            @Nullable Message contradiction,
            @Nullable String evidence) {}

    /** Entries that are signed for but not published. */
    public long lagInEvents() {
        return Math.max(0, signed - Math.max(0, published));
    }

    /** How a witness remembers the log otherwise than it is. */
    public Optional<Message> contradiction() {
        return witnesses.stream()
                .filter(line -> line.contradiction() != null)
                .map(WitnessStanding::contradiction)
                .findFirst();
    }

    /** The same where the log's own signature proves it. */
    public Optional<Message> proof() {
        return witnesses.stream()
                .filter(line -> line.evidence() != null)
                .map(WitnessStanding::contradiction)
                .findFirst();
    }

    private static Message contradiction(Line line) {
        return Message.of("WitnessStanding.said", "witness", line.name(), "reason", line.contradiction());
    }

    /** Why somebody should look, in a line in the language that is being spoken; empty if nobody need. */
    public Optional<String> alarm() {
        return alarm(Language.current());
    }

    /** The same in a language of the caller's choice. */
    public Optional<String> alarm(Language language) {
        return contradicted()
                .or(() -> lagging ? Optional.of(late()) : Optional.empty())
                .map(message -> message.in(language));
    }

    /** One that has proof goes before one that has none. */
    private Optional<Message> contradicted() {
        return witnesses.stream()
                .filter(line -> line.contradiction() != null)
                .min(Comparator.comparing(line -> line.evidence() == null))
                .map(line -> Message.of(
                        "WitnessStanding.contradicted",
                        "isProved",
                        line.evidence() != null,
                        "witness",
                        line.name(),
                        "reason",
                        line.contradiction()));
    }

    private Message late() {
        return Message.of("WitnessStanding.late", "seconds", lag.toSeconds(), "events", lagInEvents());
    }
}
