package org.serviceledger.store.publication;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.RemoteAnswer;
import org.serviceledger.store.witness.RemoteAnswer.Contradicted;
import org.serviceledger.store.witness.RemoteAnswer.Cosigned;
import org.serviceledger.store.witness.RemoteAnswer.Unavailable;
import org.serviceledger.store.witness.RemoteWitness;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A witness, the result of asking it, and the time to ask it again. */
final class AskedWitness {

    private static final Logger LOG = LoggerFactory.getLogger(AskedWitness.class);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /**
     * How often a witness is asked even if the log has not grown, to learn whether it answers and remembers the same
     * log.
     */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final RemoteWitness remote;
    private Instant notBefore = Instant.MIN;
    private Instant lastAsked = Instant.MIN;
    private Duration rest = SHORTEST_REST;
    private @Nullable Long size;
    private @Nullable Instant at;
    private @Nullable Message fault;
    private @Nullable Contradicted contradiction;

    AskedWitness(RemoteWitness remote) {
        this.remote = remote;
    }

    RemoteWitness remote() {
        return remote;
    }

    KnownWitness witness() {
        return remote.witness();
    }

    synchronized boolean isDue(long signed, Instant now) {
        boolean saidSo = Objects.equals(size, signed) && fault == null;
        return !now.isBefore(notBefore) && (!saidSo || now.isAfter(lastAsked.plus(AGAIN)));
    }

    /** Records the witness's answer to a checkpoint. */
    synchronized void said(RemoteAnswer answer, long signed, Instant now) {
        lastAsked = now;
        switch (answer) {
            case Cosigned _ -> agreed(signed, now);
            case Unavailable unavailable -> refused(unavailable.reason(), now);
            case Contradicted contradicted -> contradicted(contradicted, now);
        }
    }

    private void agreed(long signed, Instant now) {
        if (contradiction != null) {
            LOG.warn("witness {} follows the log again, at {} events", witness().name(), signed);
        } else if (fault != null) {
            LOG.info("witness {} answers again", witness().name());
        }
        size = signed;
        at = now;
        fault = null;
        contradiction = null;
        rest = SHORTEST_REST;
    }

    /** What it contradicted before it still does, until it agrees. */
    private void refused(Message reason, Instant now) {
        if (fault == null) {
            LOG.warn("witness {} does not vouch for the log: {}", witness().name(), reason.in(Language.ENGLISH));
        }
        fault = reason;
        rest(now);
    }

    private void contradicted(Contradicted contradicted, Instant now) {
        if (contradiction == null || !contradiction.reason().equals(contradicted.reason())) {
            LOG.error(
                    "witness {} contradicts the log: {}{}",
                    witness().name(),
                    contradicted.reason().in(Language.ENGLISH),
                    contradicted
                            .evidence()
                            .map(note -> "; it shows, signed by the log itself:\n" + note)
                            .orElse("; it shows no proof"));
        }
        contradiction = contradicted;
        fault = contradicted.reason();
        rest(now);
    }

    private void rest(Instant now) {
        notBefore = now.plus(rest);
        rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
    }

    synchronized WitnessStanding.Line line() {
        var told = contradiction;
        return new WitnessStanding.Line(
                witness().name(),
                Objects.requireNonNullElse(witness().url(), URI.create("")),
                witness().key().toString(),
                size,
                at,
                fault,
                told == null ? null : told.reason(),
                told == null ? null : told.evidence().map(Object::toString).orElse(null));
    }
}
