package org.serviceledger.store.publication;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.witness.RemoteAnswer;
import org.serviceledger.store.witness.RemoteAnswer.Contradicted;
import org.serviceledger.store.witness.RemoteAnswer.Cosigned;
import org.serviceledger.store.witness.RemoteAnswer.Unavailable;
import org.serviceledger.store.witness.RemoteWitness;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the log's witnesses to cosign each checkpoint, stores their answers, and raises the alarm when too few cosign
 * for too long or when one remembers another log.
 */
public final class Witnessing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PATIENCE_FOR_ALL = Duration.ofSeconds(6);

    private final Checkpoints checkpoints;
    private final PublishedLog log;
    private final List<AskedWitness> witnesses;
    private final Duration longestLag;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile WitnessStanding standing = new WitnessStanding(List.of(), 0, -1, Duration.ZERO, false);

    /**
     * Asks the witnesses of the policy that have an address.
     *
     * @param longestLag how long a checkpoint may wait for enough cosignatures
     */
    public Witnessing(
            Checkpoints checkpoints, PublishedLog log, WitnessPolicy policy, Duration longestLag, InstantSource clock) {
        this.checkpoints = checkpoints;
        this.log = log;
        this.longestLag = longestLag;
        this.clock = clock;
        this.witnesses = policy.witnesses().stream()
                .filter(witness -> witness.url() != null)
                .map(witness -> new AskedWitness(new RemoteWitness(witness, http, PATIENCE)))
                .toList();
    }

    /**
     * Asks all witnesses that are due for the last checkpoint, in parallel, and waits for them up to six seconds.
     * Throws if an answer cannot be stored; that witness is then asked again.
     */
    public void ask() {
        try {
            checkpoints.latest().ifPresent(this::ask);
        } finally {
            assess();
        }
    }

    private void ask(SignedNote latest) {
        long size = Checkpoint.parse(latest.text()).size();
        var now = clock.instant();
        askAll(
                latest,
                size,
                witnesses.stream().filter(witness -> witness.isDue(size, now)).toList());
    }

    /** The state of the witnesses when they were asked last. */
    public WitnessStanding standing() {
        return standing;
    }

    /** Throws {@link ForkedLog} while a witness can prove that the log was changed. Nothing may be signed then. */
    public void mustNotBeDisproved() {
        standing.proof().ifPresent(proof -> {
            throw new ForkedLog(proof);
        });
    }

    private void askAll(SignedNote checkpoint, long size, List<AskedWitness> due) {
        if (due.isEmpty()) {
            return;
        }
        var keys = checkpoints.keys();
        var asking = due.stream()
                .<Callable<RemoteAnswer>>map(witness -> () -> witness.remote().ask(checkpoint, log, keys))
                .toList();
        try {
            var answers = threads.invokeAll(asking, PATIENCE_FOR_ALL.toMillis(), TimeUnit.MILLISECONDS);
            takeAll(due, checkpoint, size, answers);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes all answers, even if one of them cannot be stored. */
    private void takeAll(List<AskedWitness> due, SignedNote checkpoint, long size, List<Future<RemoteAnswer>> answers)
            throws InterruptedException {
        @Nullable RuntimeException failure = null;
        for (int i = 0; i < due.size(); i++) {
            try {
                take(due.get(i), checkpoint, size, answer(answers.get(i)));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RemoteAnswer answer(Future<RemoteAnswer> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (CancellationException _) {
            return new Unavailable(Message.of("RemoteWitness.silent", "seconds", PATIENCE_FOR_ALL.toSeconds()));
        } catch (ExecutionException e) {
            return new Unavailable(Message.of("RemoteWitness.failed", "reason", e.getCause()));
        }
    }

    private void take(AskedWitness witness, SignedNote checkpoint, long size, RemoteAnswer answer) {
        switch (answer) {
            case Cosigned cosigned ->
                checkpoints.publications().keep(checkpoint, witness.witness().key(), cosigned.signature());
            case Contradicted _
            when isOutdated(size) -> {
                return; // another process of this ledger has signed more meanwhile
            }
            case Contradicted _, Unavailable _ -> {}
        }
        witness.said(answer, size, clock.instant());
    }

    private boolean isOutdated(long size) {
        return checkpoints
                .latest()
                .filter(note -> Checkpoint.parse(note.text()).size() > size)
                .isPresent();
    }

    private void assess() {
        long signed = size(checkpoints.latest());
        long published = size(checkpoints.published());
        var now = clock.instant();
        var lag = signed <= published
                ? Duration.ZERO
                : checkpoints
                        .publications()
                        .waitingSince(published)
                        .map(since -> Duration.between(since, now))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
        var lines = witnesses.stream().map(AskedWitness::line).toList();
        var next = new WitnessStanding(lines, Math.max(0, signed), published, lag, lag.compareTo(longestLag) > 0);
        if (next.lagging() && !standing.lagging()) {
            next.alarm(Language.ENGLISH).ifPresent(alarm -> LOG.error("{}", alarm));
        } else if (standing.lagging() && !next.lagging()) {
            LOG.warn("enough witnesses vouch for the log again, at {} events", published);
        }
        standing = next;
    }

    private static long size(Optional<SignedNote> note) {
        return note.map(signed -> Checkpoint.parse(signed.text()).size()).orElse(-1L);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }
}
