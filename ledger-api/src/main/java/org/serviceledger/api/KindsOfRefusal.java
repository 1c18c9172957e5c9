package org.serviceledger.api;

import org.jspecify.annotations.Nullable;

/** Caches the {@link Refuses} annotations of refusals. */
final class KindsOfRefusal {

    private static final ClassValue<Refuses> KINDS = new ClassValue<>() {
        @Override
        protected Refuses computeValue(Class<?> type) {
            @Nullable Refuses kind = type.getAnnotation(Refuses.class);
            if (kind == null) {
                throw new IllegalStateException(type + " has no @Refuses");
            }
            return kind;
        }
    };

    private KindsOfRefusal() {}

    /**
     * Returns the annotation of a refusal type.
     *
     * @throws IllegalStateException if the type has none
     */
    static Refuses of(Class<?> type) {
        return KINDS.get(type);
    }
}
