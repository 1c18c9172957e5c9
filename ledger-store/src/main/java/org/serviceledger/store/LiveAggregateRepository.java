package org.serviceledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used most recently alive, and has each fold what was stored since, by whatever process, before it
 * is used again. It is therefore always as fresh as one loaded from its first event on, and costs a look at the head of the
 * ledger, shared with all who load at the same time; only when others have appended is the stream itself looked at.
 *
 * <p>An aggregate is out of the cache while a unit of work uses it and returns only after the commit: one that has
 * applied events that were not stored is never seen again. Needs a pessimistic lock factory, which is Axon's default.
 */
public class LiveAggregateRepository<T> extends EventSourcingRepository<T> {

    private final EventStore eventStore;
    private final StreamWatch watch;
    private final Cache<String, Live<T>> live;

    /**
     * @param since a size of the ledger at which the aggregate had folded all its events
     */
    private record Live<T>(EventSourcedAggregate<T> aggregate, long since) {}

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
        @Nullable Live<T> kept = live.asMap().remove(id);
        if (kept == null) {
            long since = watch.knownSize();
            var loaded = super.doLoadWithLock(id, expectedVersion);
            return keptAfterCommit(loaded, loaded.version(), since);
        }
        var aggregate = kept.aggregate;
        var look = watch.look(id, kept.since);
        if (!look.unchanged()) {
            var missed = eventStore.readEvents(id, aggregate.version() + 1);
            if (missed.hasNext()) {
                aggregate.initializeState(missed);
            }
        }
        return keptAfterCommit(aggregate, aggregate.version(), look.size());
    }

    @Override
    protected final EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        long since = watch.knownSize();
        return keptAfterCommit(super.doCreateNewForLock(factoryMethod), null, since);
    }

    /**
     * If it has applied events, then these followed all others of its stream, which it has therefore folded.
     *
     * @param since a size of the ledger at which it had folded all its events
     */
    private EventSourcedAggregate<T> keptAfterCommit(
            EventSourcedAggregate<T> aggregate, @Nullable Long version, long since) {
        CurrentUnitOfWork.get().afterCommit(work -> {
            @Nullable String id = aggregate.identifierAsString(); // none yet if nothing was applied
            if (id != null && !aggregate.isDeleted()) {
                boolean applied = !Objects.equals(aggregate.version(), version);
                live.put(id, new Live<>(aggregate, applied ? FirstAppend.endOr(work, since) : since));
            }
        });
        return aggregate;
    }
}
