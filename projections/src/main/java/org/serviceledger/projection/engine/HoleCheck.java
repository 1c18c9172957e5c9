package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceledger.projection.engine.DocumentIndex.Totals;
import org.serviceledger.projection.engine.Tallies.Checked;
import org.serviceledger.words.Message;

/** Compares what a read model's index holds with what was written to it, and what was written with the ledger. */
final class HoleCheck<D extends Document> {

    private static final int SERVER_ERROR = 500;

    private final ReadModel<D> model;
    private final LedgerSource ledger;
    private final Generations<D> generations;
    private final Tallies tallies;
    private final Duration graceOfShards;
    private long unavailableSince;

    /**
     * Creates a check of this read model.
     *
     * @param graceOfShards how long an index may lack its shards, for example after a start of Elasticsearch
     */
    HoleCheck(
            ReadModel<D> model,
            LedgerSource ledger,
            Generations<D> generations,
            Tallies tallies,
            Duration graceOfShards) {
        this.model = model;
        this.ledger = ledger;
        this.generations = generations;
        this.tallies = tallies;
        this.graceOfShards = graceOfShards;
    }

    /** The result of a check. */
    sealed interface Verdict {

        /** Nothing is missing. */
        record Sound(String index) implements Verdict {}

        /**
         * A batch was written to the index but not committed. The processor repeats the batch; index and tally then
         * agree.
         */
        record InDoubt(String index) implements Verdict {}

        /** Elasticsearch cannot answer at the moment. */
        record Unknown(Message reason) implements Verdict {}

        /** Something is missing, or the index holds something that the engine never wrote. */
        record Hole(Message reason) implements Verdict {}
    }

    private record Seen(List<Tally> tallies, Map<Integer, Long> tokens, Checked checked, Totals totals) {}

    Verdict look() {
        var index = generations.live();
        if (index.isEmpty()) {
            return new Verdict.Hole(Message.of("read-model.alias-astray", "alias", model.name()));
        }
        if (lacksShards(index.get())) {
            return shardsAreAway(index.get());
        }
        unavailableSince = 0;
        Seen seen;
        try {
            seen = ledger.transactions()
                    .fetchInTransaction(() -> new Seen(
                            tallies.lockAll(),
                            tallies.tokens(),
                            tallies.checked(),
                            generations
                                    .behindTheAlias(Patience.upTo(Duration.ZERO))
                                    .totals()));
        } catch (Overloaded e) {
            return new Verdict.Unknown(unreadable(index.get(), e));
        } catch (ElasticsearchException e) {
            var reason = unreadable(index.get(), e);
            return e.status() >= SERVER_ERROR ? new Verdict.Unknown(reason) : new Verdict.Hole(reason);
        }
        return compare(index.get(), seen, ledger.head());
    }

    private static Message unreadable(String index, RuntimeException e) {
        return Message.of("read-model.index-unreadable", "index", index, "cause", e.getMessage());
    }

    /** After a start, Elasticsearch may still be allocating a shard. It never allocates a damaged shard. */
    private Verdict shardsAreAway(String index) {
        var now = System.nanoTime();
        unavailableSince = unavailableSince == 0 ? now : unavailableSince;
        var lost = Message.of("read-model.shard-lost", "index", index);
        return now - unavailableSince > graceOfShards.toNanos() ? new Verdict.Hole(lost) : new Verdict.Unknown(lost);
    }

    /** Must run before any search or refresh, because an index without its shards blocks these for a minute. */
    private boolean lacksShards(String index) {
        try {
            return generations.lacksShards(index);
        } catch (Overloaded | ElasticsearchException _) {
            return false; // Elasticsearch did not answer
        }
    }

    private Verdict compare(String index, Seen seen, long head) {
        var written = Tally.sum(seen.tallies());
        var totals = seen.totals();
        var reached = Tally.highestPosition(seen.tallies());
        if (seen.tallies().isEmpty() || !seen.tallies().stream().allMatch(each -> index.equals(each.index()))) {
            return new Verdict.Hole(Message.of("read-model.another-index", "index", index));
        }
        if (!seen.tokens().keySet().equals(segments(seen.tallies()))) {
            return new Verdict.Hole(Message.of("read-model.token-missing"));
        }
        if (seen.tokens().values().stream().anyMatch(token -> token > head) || totals.highestPosition() > head) {
            return new Verdict.Hole(Message.of("read-model.ahead", "head", head));
        }
        var behind = seen.tokens().values().stream().anyMatch(token -> token < totals.highestPosition());
        if (totals.highestPosition() > reached && behind) {
            return new Verdict.InDoubt(index);
        }
        if (totals.documents() != written.documents() || totals.folded() != written.folded()) {
            return new Verdict.Hole(Message.of(
                    "read-model.not-as-written",
                    "index",
                    index,
                    "documents",
                    totals.documents(),
                    "events",
                    totals.folded(),
                    "writtenDocuments",
                    written.documents(),
                    "writtenEvents",
                    written.folded()));
        }
        return passedOver(index, seen, written.seen(), reached);
    }

    private static Set<Integer> segments(List<Tally> tallies) {
        return tallies.stream().map(Tally::segment).collect(Collectors.toSet());
    }

    /**
     * Compares the number of events seen with the ledger. With several segments it does so only while all tokens are at
     * the same position, which they reach whenever there is a pause.
     */
    private Verdict passedOver(String index, Seen seen, long now, long reached) {
        var tokens = List.copyOf(seen.tokens().values());
        if (!tokens.stream().allMatch(token -> Objects.equals(token, tokens.getFirst()))) {
            return new Verdict.Sound(index);
        }
        var upTo = Math.max(tokens.getFirst(), reached);
        var expected =
                ledger.counting().count(model.eventNames(), seen.checked().position(), upTo);
        var found = now - seen.checked().seen();
        if (expected != found) {
            return new Verdict.Hole(
                    Message.of("read-model.events-passed-over", "expected", expected, "position", upTo, "seen", found));
        }
        ledger.transactions().executeInTransaction(() -> tallies.put(new Checked(upTo, now)));
        return new Verdict.Sound(index);
    }
}
