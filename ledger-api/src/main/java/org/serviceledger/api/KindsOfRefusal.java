package org.serviceledger.api;

import org.jspecify.annotations.Nullable;

/** What the refusals say of themselves by {@link Refuses}. */
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
     * Of the records of this type.
     *
     * @throws IllegalStateException if it is not annotated
     */
    static Refuses of(Class<?> type) {
        return KINDS.get(type);
    }
}
