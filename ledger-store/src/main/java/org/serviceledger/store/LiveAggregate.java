package org.serviceledger.store;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateInvocationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that was used before, in one more unit of work. It may act on what was known a moment ago. If it then
 * applies events, storing them detects whether there were others. If it applies none, because it refuses or has nothing
 * to do, it looks at the ledger. If it has missed events, it folds them and runs the handler again.
 */
final class LiveAggregate<T> extends EventSourcedAggregate<T> {

    private final EventStore eventStore;
    private final StreamWatch watch;
    private final String id;
    private final long known;
    private long since;
    private boolean sure;

    /**
     * @param root the state after the event with the sequence number {@code known}
     * @param since a size of the ledger at which that was the last event of the stream
     */
    LiveAggregate(
            T root,
            AggregateModel<T> model,
            EventStore eventStore,
            StreamWatch watch,
            String id,
            long known,
            long since) {
        super(root, model, eventStore, NoSnapshotTriggerDefinition.TRIGGER);
        initSequence(known);
        this.eventStore = eventStore;
        this.watch = watch;
        this.id = id;
        this.known = known;
        this.since = since;
    }

    /** A size of the ledger at which the stream had no events but those known then and those applied since. */
    long since() {
        return since;
    }

    @Override
    public Object handle(Message<?> message) throws Exception {
        return onWhatIsSure(() -> super.handle(message));
    }

    @Override
    public <R> R invoke(Function<T, R> invocation) {
        return unchecked(() -> onWhatIsSure(() -> super.invoke(invocation)));
    }

    @Override
    public void execute(Consumer<T> invocation) {
        unchecked(() -> onWhatIsSure(() -> {
            super.execute(invocation);
            return true;
        }));
    }

    private <R> R onWhatIsSure(Callable<R> action) throws Exception {
        if (sure) {
            return action.call();
        }
        @Nullable Long before = version();
        R result;
        try {
            result = action.call();
        } catch (Exception refusal) {
            if (catchUp()) {
                return action.call();
            }
            throw refusal;
        }
        return Objects.equals(before, version()) && catchUp() ? action.call() : result;
    }

    /**
     * Looks at the ledger, folds missed events, and returns whether there were any. Throws {@link ConcurrencyException}
     * if the aggregate may have applied events to an outdated state.
     */
    boolean catchUp() {
        sure = true;
        var look = watch.look(id, since);
        if (look.unchanged()) {
            since = look.size();
            return false;
        }
        if (!Objects.equals(version(), known)) {
            throw new ConcurrencyException("the stream " + id + " may have got other events than were known");
        }
        since = look.size();
        var missed = eventStore.readEvents(id, known + 1);
        boolean any = missed.hasNext();
        if (any) {
            initializeState(missed);
        }
        return any;
    }

    private static <R> R unchecked(Callable<R> action) {
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AggregateInvocationException("an aggregate failed", e);
        }
    }
}
