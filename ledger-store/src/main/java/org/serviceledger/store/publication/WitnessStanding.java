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
 * The state of the log's witnesses.
 *
 * @param signed number of entries under the last signed checkpoint
 * @param published number of entries under the last published checkpoint; -1 before the first
 * @param lag how long the oldest unpublished checkpoint has waited
 * @param lagging whether the lag is longer than allowed
 */
public record WitnessStanding(List<Line> witnesses, long signed, long published, Duration lag, boolean lagging) {

    public WitnessStanding {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * One witness.
     *
     * @param key its verifier key
     * @param size number of entries under the last checkpoint that it cosigned for this process; null before the first
     * @param at when it cosigned that checkpoint
     * @param fault why it did not cosign when it was asked last; null if it cosigned
     * @param contradiction how the log that it remembers differs from this one; null if it does not
     * @param evidence the checkpoint, signed by the log itself, that proves the contradiction; null if there is none
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

    /** The number of entries that are signed for but not published. */
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

    /** The same in a given language. */
    public Optional<String> alarm(Language language) {
        return contradicted()
                .or(() -> lagging ? Optional.of(late()) : Optional.empty())
                .map(message -> message.in(language));
    }

    /** Prefers a contradiction with proof to one without. */
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
