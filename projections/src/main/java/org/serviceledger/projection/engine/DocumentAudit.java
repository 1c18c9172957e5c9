package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.projection.engine.DocumentFlaw.Unfoldable;

/**
 * Folds documents again from the events alone and compares them with those in Elasticsearch. Compares a random sample,
 * or all documents in portions.
 */
public final class DocumentAudit {

    /** Makes {@link #check(long, long)} compare all documents. */
    public static final long ALL = Long.MAX_VALUE;

    /** The number of documents held in memory at a time. */
    private static final long AT_ONCE = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<ReadModel<?>> models;
    private final Events events;
    private final ElasticsearchClient client;
    private final Duration patience;

    /** Opens a stream of the ledger from its beginning. The audit opens and closes one stream for each portion. */
    @FunctionalInterface
    public interface Events {
        Stream<? extends TrackedEventMessage<?>> read();
    }

    /**
     * The result of an audit.
     *
     * @param compared the number of documents compared
     */
    public record Outcome(long compared, List<DocumentFlaw> flaws) {

        public Outcome {
            flaws = List.copyOf(flaws);
        }
    }

    public DocumentAudit(List<ReadModel<?>> models, Events events, ElasticsearchClient client) {
        this(models, events, client, PATIENCE);
    }

    /**
     * Creates an audit that waits up to {@code patience} for documents that are not there yet, because the read model
     * may be about to write them.
     */
    DocumentAudit(List<ReadModel<?>> models, Events events, ElasticsearchClient client, Duration patience) {
        this.models = List.copyOf(models);
        this.events = events;
        this.client = client;
        this.patience = patience;
    }

    /**
     * Compares documents with the fold of the first events of the ledger. Skips documents that later events have
     * changed.
     *
     * @param size the number of events
     * @param about the approximate number of documents, or {@link #ALL}
     * @throws EventStoreException if the ledger does not answer
     */
    public Outcome check(long size, long about) {
        long documents = countDocuments();
        var flaws = new ArrayList<DocumentFlaw>();
        if (about >= documents) {
            long compared = 0;
            long parts = Math.max(1, documents / AT_ONCE + 1);
            for (long part = 0; part < parts && flaws.stream().noneMatch(Unfoldable.class::isInstance); part++) {
                compared += check(size, new Share(parts, part), flaws);
            }
            return new Outcome(compared, flaws);
        }
        long parts = Math.max(1, documents / Math.max(1, about));
        var share = new Share(parts, ThreadLocalRandom.current().nextLong(parts));
        return new Outcome(check(size, share, flaws), flaws);
    }

    /**
     * A selection from the shares of all documents.
     *
     * @param shares the number of shares that all documents are divided into
     * @param first the first share to compare
     * @param count the number of consecutive shares to compare; the first share follows the last
     */
    public record Round(int shares, int first, int count) {

        /** Returns a round with enough shares for at least {@code wanted} documents. */
        Round atLeast(long wanted, long documents) {
            var enough = (wanted * shares + documents - 1) / Math.max(1, documents);
            return new Round(shares, first, Math.clamp(enough, count, shares));
        }
    }

    /**
     * Like {@link #check(long, long)}, but compares all documents of these shares, in portions. Compares further shares
     * if these hold fewer than {@code atLeast} documents.
     */
    public Outcome check(long size, Round asked, long atLeast) {
        long documents = countDocuments();
        var round = asked.atLeast(atLeast, documents);
        long slices = documents / round.shares() / AT_ONCE + 1;
        var flaws = new ArrayList<DocumentFlaw>();
        long compared = 0;
        for (long i = 0; i < round.count(); i++) {
            long part = (round.first() + i) % round.shares();
            for (long slice = 0; slice < slices && flaws.stream().noneMatch(Unfoldable.class::isInstance); slice++) {
                compared += check(size, new Share(round.shares() * slices, part + slice * round.shares()), flaws);
            }
        }
        return new Outcome(compared, flaws);
    }

    private long countDocuments() {
        return models.stream()
                .mapToLong(model -> new StoredDocuments(client, model.name()).count())
                .sum();
    }

    private long check(long size, Share share, List<DocumentFlaw> flaws) {
        var refolds = new ArrayList<Refold<?>>();
        models.forEach(model -> refolds.add(new Refold<>(model, share)));
        var next = new AtomicLong();
        try (var ledger = events.read()) {
            ledger.takeWhile(event -> RecordedEvent.positionOf(event) < size).forEach(event -> {
                next.set(RecordedEvent.positionOf(event));
                refolds.forEach(refold -> refold.take(event));
                next.incrementAndGet();
            });
        } catch (EventStoreException e) {
            throw e; // the ledger does not answer, so no event is to blame
        } catch (RuntimeException _) {
            flaws.add(new Unfoldable(next.get()));
            return 0;
        }
        long compared = 0;
        for (var refold : refolds) {
            flaws.addAll(refold.compare(new StoredDocuments(client, refold.name()), size, patience));
            compared += refold.count();
        }
        return compared;
    }

    /** One of {@code parts} shares of all documents. A hash of the document id decides the share. */
    record Share(long parts, long part) {

        boolean has(String model, String id) {
            long mixed = (31L * model.hashCode() + id.hashCode()) * 0x9E3779B97F4A7C15L;
            return Math.floorMod(mixed >>> 16, parts) == part;
        }
    }
}
