package org.serviceledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used most recently in memory. Before a decision of such an aggregate takes effect, the aggregate
 * folds the events that any process has stored since. A decision therefore rests on all events, as if the aggregate had
 * been loaded from its first event on. After appends by other processes that costs a look at the stream, otherwise
 * mostly nothing.
 *
 * <p>While a unit of work uses an aggregate, its place in the cache is empty. It is filled again only after the commit,
 * so an aggregate whose events were not stored is dropped. A command handler may be called twice, the second time after
 * the first call has applied nothing. The aggregates create no other aggregates. The repository needs a pessimistic
 * lock factory, which is Axon's default.
 */
public class LiveAggregateRepository<T> extends EventSourcingRepository<T> {

    private final EventStore eventStore;
    private final StreamWatch watch;
    private final Cache<String, AtomicReference<@Nullable Live<T>>> live;

    /**
     * @param version the sequence number of the last event folded
     * @param since a size of the ledger at which that event was the last of its stream
     */
    private record Live<T>(T root, long version, long since) {}

    /**
     * @param watch watches the streams of that event store
     * @param most the maximum number of aggregates kept in memory
     */
    public LiveAggregateRepository(
            EventSourcingRepository.Builder<T> builder, EventStore eventStore, StreamWatch watch, int most) {
        super(builder.eventStore(eventStore));
        this.eventStore = eventStore;
        this.watch = watch;
        this.live =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Override
    protected final EventSourcedAggregate<T> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        @Nullable AtomicReference<@Nullable Live<T>> place = live.getIfPresent(id);
        @Nullable Live<T> kept = place == null ? null : place.getAndSet(null);
        if (kept == null) {
            long since = watch.knownSize();
            var loaded = super.doLoadWithLock(id, expectedVersion);
            return keptAfterCommit(loaded, () -> since);
        }
        var aggregate =
                new LiveAggregate<>(kept.root, aggregateModel(), eventStore, watch, id, kept.version, kept.since);
        if (expectedVersion != null || !watch.unchangedLately(id, kept.since)) {
            aggregate.catchUp();
        }
        return keptAfterCommit(aggregate, aggregate::since);
    }

    @Override
    protected final EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        long since = watch.knownSize();
        return keptAfterCommit(super.doCreateNewForLock(factoryMethod), null, () -> since);
    }

    private EventSourcedAggregate<T> keptAfterCommit(EventSourcedAggregate<T> aggregate, LongSupplier since) {
        return keptAfterCommit(aggregate, aggregate.version(), since);
    }

    /**
     * Returns the aggregate to the cache after the commit. Events that it has applied followed all others of its
     * stream, so it has folded all of them.
     *
     * @param before the version before this unit of work; null for a new aggregate
     * @param since a size of the ledger at which it had folded all its events, read after the commit
     */
    private EventSourcedAggregate<T> keptAfterCommit(
            EventSourcedAggregate<T> aggregate, @Nullable Long before, LongSupplier since) {
        CurrentUnitOfWork.get().afterCommit(work -> {
            @Nullable Long version = aggregate.version(); // null if nothing was applied yet
            if (version != null && !aggregate.isDeleted()) {
                boolean applied = !version.equals(before);
                long size = applied ? FirstAppend.endOr(work, since.getAsLong()) : since.getAsLong();
                live.get(aggregate.identifierAsString(), _ -> new AtomicReference<>())
                        .set(new Live<>(aggregate.getAggregateRoot(), version, size));
            }
        });
        return aggregate;
    }
}
