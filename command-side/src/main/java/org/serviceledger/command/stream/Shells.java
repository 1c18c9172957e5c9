package org.serviceledger.command.stream;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.SignedIn;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.StreamWatch;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Handles the commands of every family: loads the stream, lets the family decide, and appends the events. A stream that
 * does not exist counts as empty, so that the decider refuses the command with a domain-specific reason.
 */
@Component
public final class Shells implements InitializingBean {

    /** Metadata key of the signed-in user who sent the command. Commands of the program itself have none. */
    public static final String USER = "user";

    private final List<FamilyShell<?, ?, ?>> families;
    private final CommandBus bus;
    private final EventStore events;
    private final StreamWatch watch;

    Shells(List<FamilyShell<?, ?, ?>> families, CommandBus bus, EventStore events, StreamWatch watch) {
        this.families = families;
        this.bus = bus;
        this.events = events;
        this.watch = watch;
    }

    @Override
    public void afterPropertiesSet() {
        families.forEach(this::subscribe);
    }

    private <S, C extends LedgerCommand, E extends LedgerEvent> void subscribe(FamilyShell<S, C, E> family) {
        var repository = repository(family);
        for (var command : Families.records(family.commands())) {
            bus.subscribe(command.getName(), message -> take(repository, family, message));
        }
    }

    private static <S, C extends LedgerCommand, E extends LedgerEvent> @Nullable Object take(
            Repository<Shell<S, C, E>> repository, FamilyShell<S, C, E> family, CommandMessage<?> message)
            throws Exception {
        var command = family.commands().cast(message.getPayload());
        var user = (SignedIn) message.getMetaData().get(USER);
        repository
                .loadOrCreate(command.stream(), () -> new Shell<>(family))
                .execute(shell -> shell.take(command, user));
        return null;
    }

    private <S, C extends LedgerCommand, E extends LedgerEvent> Repository<Shell<S, C, E>> repository(
            FamilyShell<S, C, E> family) {
        var model = new ShellModel<S, C, E>(family.type());
        @SuppressWarnings("unchecked") // the same class serves all families
        var root = (Class<Shell<S, C, E>>) (Class<?>) Shell.class;
        var builder =
                EventSourcingRepository.builder(root).aggregateModel(model).aggregateFactory(factory(family, model));
        return new LiveAggregateRepository<>(builder, events, watch, family.keptAlive());
    }

    private static <S, C extends LedgerCommand, E extends LedgerEvent> AggregateFactory<Shell<S, C, E>> factory(
            FamilyShell<S, C, E> family, ShellModel<S, C, E> model) {
        return new AbstractAggregateFactory<>(model) {
            @Override
            @SuppressWarnings("rawtypes") // Axon declares the raw type
            protected Shell<S, C, E> doCreateAggregate(String id, DomainEventMessage first) {
                return new Shell<>(family);
            }
        };
    }
}
