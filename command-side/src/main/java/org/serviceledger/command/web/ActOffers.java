package org.serviceledger.command.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.Families.Family;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.api.act.Offers;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.command.stream.StreamFold;

/** Offers what the decider of a family calls legal and the user's roles permit. */
final class ActOffers implements Offers {

    private final Map<Class<?>, Offering<?, ?, ?>> families;
    private final InstantSource clock;
    private final BoundedWait wait;

    ActOffers(List<FamilyShell<?, ?, ?>> families, EventStore events, InstantSource clock, BoundedWait wait) {
        this.families = families.stream()
                .collect(Collectors.toMap(FamilyShell::commands, family -> Offering.of(family, events)));
        this.clock = clock;
        this.wait = wait;
    }

    @Override
    public List<DeclaredAct> now(SignedIn user, Family family, String stream) {
        var offering = families.get(family.commands());
        if (offering == null) {
            throw new IllegalArgumentException("no shell handles the commands of " + family.feature());
        }
        return wait.answer(() -> offering.now(user, family, stream, clock));
    }

    private record Offering<S, C extends LedgerCommand, E extends LedgerEvent>(
            FamilyShell<S, C, E> shell, StreamFold<S, E> states) {

        private static <S, C extends LedgerCommand, E extends LedgerEvent> Offering<S, C, E> of(
                FamilyShell<S, C, E> shell, EventStore events) {
            return new Offering<>(shell, new StreamFold<>(events, shell.events(), shell.initial(), shell::evolve));
        }

        private List<DeclaredAct> now(SignedIn user, Family family, String stream, InstantSource clock) {
            var state = states.of(stream);
            shell.mustReach(user, state, stream);
            var legal = shell.legal(state, clock.instant());
            return DeclaredActs.of(family).stream()
                    .filter(act -> !act.declaration().special())
                    .filter(act -> act.isFor(user) && legal.contains(act.command()))
                    .toList();
        }
    }
}
