package org.serviceledger.command.stream;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;

/**
 * What the commands of a family need to be taken: its pure decider and fold, and what they must know of other streams. A
 * bean of this type is all that a family registers; {@link Shells} does the rest.
 *
 * @param <S> the state of a stream
 * @param <C> the sealed family of commands
 * @param <E> the sealed family of events
 */
public interface FamilyShell<S, C extends LedgerCommand, E extends LedgerEvent> {

    /** The type the store keeps the family's streams under, for ever. */
    String type();

    Class<C> commands();

    Class<E> events();

    /** The state of a stream that has no events. */
    S initial();

    /**
     * The state after one more event.
     *
     * @throws IllegalStateException if the event cannot follow
     */
    S evolve(S state, E event);

    /**
     * What happens.
     *
     * @throws org.serviceledger.api.CommandRefused if a rule forbids it
     */
    List<E> decide(S state, C command);

    /**
     * The commands that may follow at a time: one that is in here is refused only for what it says or who asks; one that is
     * not is refused, or changes nothing.
     */
    Set<Class<? extends C>> legal(S state, Instant now);

    /** How many streams stay folded between commands, the least used going first. */
    default int keptAlive() {
        return 1_000;
    }
}
