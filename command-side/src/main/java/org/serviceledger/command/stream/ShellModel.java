package org.serviceledger.command.stream;

import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.modelling.command.inspection.EntityModel;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;

/** Axon's model of {@link Shell}. It reports a different aggregate type for each family. */
final class ShellModel<S, C extends LedgerCommand, E extends LedgerEvent> implements AggregateModel<Shell<S, C, E>> {

    private final String type;
    private final AggregateModel<Shell<S, C, E>> model;

    @SuppressWarnings("unchecked") // the same class serves all families
    ShellModel(String type) {
        this.type = type;
        this.model =
                AnnotatedAggregateMetaModelFactory.inspectAggregate((Class<Shell<S, C, E>>) (Class<?>) Shell.class);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Optional<String> declaredType(Class<?> shell) {
        return Optional.of(type);
    }

    @Override
    public Long getVersion(Shell<S, C, E> shell) {
        return model.getVersion(shell);
    }

    @Override
    public Object getIdentifier(Shell<S, C, E> shell) {
        return model.getIdentifier(shell);
    }

    @Override
    public String routingKey() {
        return model.routingKey();
    }

    @Override
    public void publish(EventMessage<?> event, Shell<S, C, E> shell) {
        model.publish(event, shell);
    }

    @Override
    public <T> EntityModel<T> modelOf(Class<? extends T> type) {
        return model.modelOf(type);
    }

    @Override
    public Class<? extends Shell<S, C, E>> entityClass() {
        return model.entityClass();
    }
}
