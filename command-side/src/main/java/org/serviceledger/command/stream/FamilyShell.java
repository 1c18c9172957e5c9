package org.serviceledger.command.stream;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.SignedIn;

/**
 * Everything the command side needs to handle the commands of one family: the pure decider, the state transition, and
 * the facts that it loads from other streams. A feature registers its family as one bean of this type; {@link Shells}
 * subscribes it to the command bus.
 *
 * @param <S> the state of a stream
 * @param <C> the sealed family of commands
 * @param <E> the sealed family of events
 */
public abstract class FamilyShell<S, C extends LedgerCommand, E extends LedgerEvent> {

    private static final int KEPT_ALIVE = 1_000;

    private final String type;
    private final Class<C> commands;
    private final Class<E> events;
    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final int keptAlive;

    /** Creates a shell that keeps 1,000 aggregates in memory between commands. */
    protected FamilyShell(String type, Class<C> commands, Class<E> events, S initial, BiFunction<S, E, S> evolve) {
        this(type, commands, events, initial, evolve, KEPT_ALIVE);
    }

    /**
     * Creates a shell.
     *
     * @param type the aggregate type under which the store keeps the family's streams; it must never change
     * @param initial the state of a stream without events
     * @param evolve returns the state after an event; throws {@link IllegalStateException} if the event cannot follow
     * @param keptAlive how many aggregates stay in memory between commands; the least used are evicted first
     */
    protected FamilyShell(
            String type, Class<C> commands, Class<E> events, S initial, BiFunction<S, E, S> evolve, int keptAlive) {
        this.type = type;
        this.commands = commands;
        this.events = events;
        this.initial = initial;
        this.evolve = evolve;
        this.keptAlive = keptAlive;
    }

    /**
     * Returns the events that the command causes, in order; an empty list if nothing changes.
     *
     * @throws org.serviceledger.api.CommandRefused if a rule forbids the command
     */
    public abstract List<E> decide(S state, C command);

    /**
     * Returns the commands that may follow at this time. A command in the set is refused only for its contents or for
     * who sends it. A command outside the set is refused, or changes nothing.
     */
    public abstract Set<Class<? extends C>> legal(S state, Instant now);

    /**
     * Checks that a stream is within the user's scope.
     *
     * @throws org.serviceledger.api.act.AccessRefused if it is not
     * @throws org.serviceledger.api.CommandRefused if there is no such record
     */
    public abstract void mustReach(SignedIn user, S state, String stream);

    /**
     * Checks that the user may send the command. Returns the command to decide: the same one, unless the state
     * determines the capacity in which the actor acts.
     *
     * @throws org.serviceledger.api.act.AccessRefused if the user may not
     * @throws org.serviceledger.api.CommandRefused if there is no such record
     */
    public C admit(SignedIn user, S state, C command) {
        mustReach(user, state, command.stream());
        return command;
    }

    public final String type() {
        return type;
    }

    public final Class<C> commands() {
        return commands;
    }

    public final Class<E> events() {
        return events;
    }

    public final S initial() {
        return initial;
    }

    public final S evolve(S state, E event) {
        return evolve.apply(state, event);
    }

    final int keptAlive() {
        return keptAlive;
    }
}
