package org.serviceledger.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Stores Axon's events in PostgreSQL in one order without gaps. An event's position is its place in the order of
 * commits, the index of its Merkle leaf, and its tracking token.
 *
 * <p>{@link #appendEvents} returns once the events are durably committed. From then on every reader sees them, and they
 * stay stored even if the surrounding unit of work fails. The engine takes part in no transaction of the caller.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine, StreamWatch, AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final String tenant;
    private final int batchSize;
    private final EventReader reader;
    private final StreamLoader loader;
    private final HeadSignal head = new HeadSignal();
    private final OwnAppends own = new OwnAppends();
    private final Durability durability = new Durability();
    private final HeadProbe probe;
    private final Appender appender;
    private final AppendMeter meter;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable TailListener listener;

    private PostgresEventStorageEngine(Builder builder) {
        this.dataSource = builder.dataSource;
        this.serializer = builder.serializer;
        this.upcasters = builder.upcasters;
        this.tenant = builder.tenant;
        this.batchSize = builder.batchSize;
        this.reader = new EventReader(dataSource, durability);
        this.loader = new StreamLoader(dataSource, batchSize, durability);
        this.probe = new HeadProbe(dataSource);
        this.appender = new Appender(dataSource, head, own, durability, builder.patience);
        this.meter = builder.meter;
    }

    /**
     * Returns a builder for an engine on a database that {@link LedgerSchema} has migrated. The engine keeps up to nine
     * connections of the data source: one to append, one to flush, one to read tails, one to read the head, up to four
     * to load streams and, once a reader tails the ledger, one to listen. Other reads borrow one connection for each
     * batch.
     */
    public static Builder builder(DataSource dataSource, Serializer serializer) {
        return new Builder(dataSource, serializer);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        var first = events.getFirst().getMetaData();
        @Nullable String key = text(first.get(IdempotencyKeys.KEY));
        var sealed = key == null ? events : allUnder(first, events);
        var ready = sealed.stream()
                .map(event -> PendingEvent.of(event, serializer, tenant))
                .toList();
        var unit = new AppendUnit(ready, key, text(first.get(IdempotencyKeys.REQUEST_DIGEST)));
        var positions = appender.append(unit);
        AppendReceipt.record(positions);
        FirstAppend.note(positions);
        meter.appended(ready.size(), Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        var start = position(token);
        var done = new AtomicBoolean();
        var batches = new EventBatches(last -> {
            var position = last == null ? start : last.position();
            return mayBlock ? nextBatch(position, done) : reader.after(position, batchSize);
        });
        if (mayBlock) {
            listen();
        }
        var rows = StreamSupport.stream(batches, false).onClose(() -> {
            done.set(true);
            head.wakeAll();
        });
        return EventUtils.upcastAndDeserializeTrackedEvents(rows, serializer, upcasters);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var batch = loader.load(aggregateIdentifier, firstSequenceNumber);
        Stream<StoredEvent> rows = batch.size() < batchSize
                ? batch.stream()
                : StreamSupport.stream(
                        new EventBatches(
                                last -> last == null ? batch : loader.load(aggregateIdentifier, last.sequence() + 1)),
                        false);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows, serializer, upcasters);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return reader.lastSequence(aggregateIdentifier);
    }

    /** Null, which means before the first event. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return before(new LedgerHeads(dataSource).current().size());
    }

    /**
     * Returns the token before the first event that was recorded at or after this time, or the head token if there is
     * none.
     */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        var first = reader.firstRecordedFrom(dateTime);
        return first.isPresent() ? before(first.getAsLong()) : createHeadToken();
    }

    /** Always empty: there are no snapshots, because streams end before snapshots would pay. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this event store keeps no snapshots: end the stream "
                + snapshot.getAggregateIdentifier() + " and begin another, or configure no snapshot trigger");
    }

    /** Waits up to 30 seconds for the queued appends, then releases the connections that the engine keeps. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            appender.close();
            loader.close();
            probe.close();
            synchronized (head) {
                if (listener != null) {
                    listener.close();
                }
            }
            head.wakeAll();
        }
    }

    @Override
    public long knownSize() {
        return durability.size();
    }

    @Override
    public Look look(String streamId, long since) {
        var now = probe.current();
        return new Look(Math.min(now.size(), durability.size()), own.unchanged(streamId, since, now));
    }

    @Override
    public boolean unchangedLately(String streamId, long since) {
        return own.unchangedLately(streamId, since);
    }

    private List<StoredEvent> nextBatch(long position, AtomicBoolean done) {
        while (!done.get() && !closed.get()) {
            var batch = reader.after(position, batchSize);
            if (!batch.isEmpty()) {
                return batch;
            }
            try {
                head.awaitBeyond(position + 1, POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
        return List.of();
    }

    private void listen() {
        synchronized (head) {
            if (listener == null && !closed.get()) {
                listener = new TailListener(dataSource, head);
            }
        }
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> -1;
            case GlobalSequenceTrackingToken known -> known.getGlobalIndex();
            case TrackingToken other ->
                throw new IllegalArgumentException("not a token of this event store: " + other.getClass());
        };
    }

    private static @Nullable TrackingToken before(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position - 1);
    }

    /**
     * Copies the idempotency key and the request digest to every event, so that receipts can be checked against sealed
     * metadata.
     */
    private static List<? extends EventMessage<?>> allUnder(MetaData first, List<? extends EventMessage<?>> events) {
        var request = first.subset(IdempotencyKeys.KEY, IdempotencyKeys.REQUEST_DIGEST);
        return events.stream()
                .map(event -> event.getMetaData().entrySet().containsAll(request.entrySet())
                        ? event
                        : event.andMetaData(request))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Configures an engine. Every setting has a default. */
    public static final class Builder {

        /** The tenant in the leaves of a ledger that shares its log with no other. */
        public static final String DEFAULT_TENANT = "default";

        /** How many events one read fetches. */
        public static final int DEFAULT_BATCH_SIZE = 500;

        /** How long an append waits for a lost database before it fails. */
        public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

        private final DataSource dataSource;
        private final Serializer serializer;
        private EventUpcaster upcasters = NoOpEventUpcaster.INSTANCE;
        private String tenant = DEFAULT_TENANT;
        private int batchSize = DEFAULT_BATCH_SIZE;
        private Duration patience = DEFAULT_PATIENCE;
        private AppendMeter meter = AppendMeter.NONE;

        private Builder(DataSource dataSource, Serializer serializer) {
            this.dataSource = Objects.requireNonNull(dataSource);
            this.serializer = Objects.requireNonNull(serializer);
        }

        /** Sets the upcasters, which turn old forms of events into the current ones. */
        public Builder upcasters(EventUpcaster chain) {
            this.upcasters = chain;
            return this;
        }

        /** Sets the tenant. It is part of every leaf, so it must never change. */
        public Builder tenant(String name) {
            this.tenant = name;
            return this;
        }

        public Builder batchSize(int events) {
            this.batchSize = events;
            return this;
        }

        public Builder patience(Duration duration) {
            this.patience = duration;
            return this;
        }

        public Builder meter(AppendMeter appends) {
            this.meter = appends;
            return this;
        }

        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }
}
