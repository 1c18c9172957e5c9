package org.serviceledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used most recently alive, and has each fold what was stored since, by whatever process, before it
 * is used again. It is therefore always as fresh as one loaded from its first event on, and costs one probe of the
 * database in place of its whole stream.
 *
 * <p>An aggregate is out of the cache while a unit of work uses it and returns only after the commit: one that has
 * applied events that were not stored is never seen again. Needs a pessimistic lock factory, which is Axon's default.
 */
public class LiveAggregateRepository<T> extends EventSourcingRepository<T> {

    private final EventStore eventStore;
    private final Cache<String, EventSourcedAggregate<T>> live;

    /**
     * @param most how many aggregates to keep alive at most
     */
    public LiveAggregateRepository(EventSourcingRepository.Builder<T> builder, EventStore eventStore, int most) {
        super(builder.eventStore(eventStore));
        this.eventStore = eventStore;
        this.live =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Override
    protected final EventSourcedAggregate<T> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        @Nullable EventSourcedAggregate<T> kept = live.asMap().remove(id);
        if (kept == null) {
            return keptAfterCommit(super.doLoadWithLock(id, expectedVersion));
        }
        var since = eventStore.readEvents(id, kept.version() + 1);
        if (since.hasNext()) {
            kept.initializeState(since);
        }
        return keptAfterCommit(kept);
    }

    @Override
    protected final EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        return keptAfterCommit(super.doCreateNewForLock(factoryMethod));
    }

    private EventSourcedAggregate<T> keptAfterCommit(EventSourcedAggregate<T> aggregate) {
        CurrentUnitOfWork.get().afterCommit(_ -> {
            @Nullable String id = aggregate.identifierAsString(); // none yet if nothing was applied
            if (id != null && !aggregate.isDeleted()) {
                live.put(id, aggregate);
            }
        });
        return aggregate;
    }
}
