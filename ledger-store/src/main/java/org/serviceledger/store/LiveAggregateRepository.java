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
 * Keeps the aggregates used most recently alive, and has each fold what was stored since, by whatever process, before
 * anything comes of using it again. Whatever it decides is therefore decided on all there was, as if it had been loaded from
 * its first event on; when others have appended, that costs a look at its stream, and mostly nothing at all.
 *
 * <p>An aggregate's place in the cache is empty while a unit of work uses it, and filled again only after the commit: one that has
 * applied events that were not stored is never seen again. Its command handlers may be called twice, the second time after
 * the first applied nothing. It creates no other aggregates. Needs a pessimistic lock factory, which is Axon's default.
 */
public class LiveAggregateRepository<T> extends EventSourcingRepository<T> {

    private final EventStore eventStore;
    private final StreamWatch watch;
    private final Cache<String, AtomicReference<@Nullable Live<T>>> live;

    /**
     * @param version the sequence number of the last event it has folded
     * @param since a size of the ledger at which that was the last of its stream
     */
    private record Live<T>(T root, long version, long since) {}

    /**
     * @param watch over the streams of that event store
     * @param most how many aggregates to keep alive at most
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
     * If it has applied events, then these followed all others of its stream, which it has therefore folded.
     *
     * @param since a size of the ledger at which it had folded all its events, to be asked after the commit
     */
    private EventSourcedAggregate<T> keptAfterCommit(
            EventSourcedAggregate<T> aggregate, @Nullable Long before, LongSupplier since) {
        CurrentUnitOfWork.get().afterCommit(work -> {
            @Nullable Long version = aggregate.version(); // none yet if nothing was applied
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
