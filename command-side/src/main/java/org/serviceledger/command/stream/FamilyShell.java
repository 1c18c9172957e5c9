package org.serviceledger.command.stream;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;

/**
 * Everything the command side needs to handle the commands of one family: the pure decider, the state transition, and
 * the facts that it loads from other streams. A feature registers its family as one bean of this type; {@link Shells}
 * subscribes it to the command bus.
 *
 * @param <S> the state of a stream
 * @param <C> the sealed family of commands
 * @param <E> the sealed family of events
 */
public interface FamilyShell<S, C extends LedgerCommand, E extends LedgerEvent> {

    /** Returns the aggregate type under which the store keeps the family's streams. It must never change. */
    String type();

    Class<C> commands();

    Class<E> events();

    /** Returns the state of a stream without events. */
    S initial();

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow the state
     */
    S evolve(S state, E event);

    /**
     * Returns the events that the command causes, in order; an empty list if nothing changes.
     *
     * @throws org.serviceledger.api.CommandRefused if a rule forbids the command
     */
    List<E> decide(S state, C command);

    /**
     * Returns the commands that may follow at this time. A command in the set is refused only for its contents or for
     * who sends it. A command outside the set is refused, or changes nothing.
     */
    Set<Class<? extends C>> legal(S state, Instant now);

    /** Returns how many aggregates stay in memory between commands. Beyond that number, the least used are evicted. */
    default int keptAlive() {
        return 1_000;
    }
}
