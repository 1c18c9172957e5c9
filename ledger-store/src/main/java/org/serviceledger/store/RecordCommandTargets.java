package org.serviceledger.store;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the aggregate that a command is for by the component of the record which carries {@link TargetAggregateIdentifier},
 * itself or in the interface of its family, and looks for that component once. Axon's own looks through all of a command's members for each command, which takes a
 * quarter of what a command costs. What is no such record, or names a version, is left to that one.
 */
public final class RecordCommandTargets implements CommandTargetResolver {

    private final CommandTargetResolver others =
            AnnotationCommandTargetResolver.builder().build();

    private final ClassValue<Optional<Method>> identifiers = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return identifier(type);
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var identifier = identifiers.get(command.getPayloadType());
        if (identifier.isEmpty()) {
            return others.resolveTarget(command);
        }
        @Nullable Object target = invoked(identifier.get(), command.getPayload());
        if (target == null) {
            throw new IllegalArgumentException(command.getPayloadType().getName() + " names no aggregate: its "
                    + identifier.get().getName() + " is null");
        }
        return new VersionedAggregateIdentifier(target, null);
    }

    private static Optional<Method> identifier(Class<?> type) {
        if (!type.isRecord() || annotated(type, TargetAggregateVersion.class).isPresent()) {
            return Optional.empty();
        }
        var found = annotated(type, TargetAggregateIdentifier.class);
        found.ifPresent(accessor -> accessor.setAccessible(true));
        return found;
    }

    /** A component's accessor, or the method of a family of commands that it carries out. */
    private static Optional<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
        return Stream.concat(
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(annotation)),
                        Arrays.stream(type.getInterfaces()).flatMap(family -> annotated(family, annotation).stream()))
                .findFirst();
    }

    private static @Nullable Object invoked(Method accessor, Object command) {
        try {
            return accessor.invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("could not read whom " + command + " is for", e);
        }
    }
}
