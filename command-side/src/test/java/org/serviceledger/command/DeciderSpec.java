package org.serviceledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.BiFunction;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Refusal;

/** A test of a decider: given a history, when a command arrives, then it causes events or is refused. */
public record DeciderSpec<S, C, E>(S state, BiFunction<S, C, List<E>> decider) {

    @SafeVarargs
    public static <S, C, E> DeciderSpec<S, C, E> given(
            S initial, BiFunction<S, E, S> evolve, BiFunction<S, C, List<E>> decider, E... history) {
        var state = initial;
        for (var event : history) {
            state = evolve.apply(state, event);
        }
        return new DeciderSpec<>(state, decider);
    }

    public When<E> when(C command) {
        return new When<>(() -> decider.apply(state, command));
    }

    /** A command that was decided. The {@code then} methods check its outcome. */
    public record When<E>(Outcome<E> outcome) {

        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        public final void then(E... expected) {
            assertThat(outcome.events()).isEqualTo(List.of(expected));
        }

        public void thenNothing() {
            assertThat(outcome.events()).isEmpty();
        }

        public void thenRefused(Refusal expected) {
            assertThatExceptionOfType(CommandRefused.class)
                    .isThrownBy(outcome::events)
                    .extracting(CommandRefused::refusal)
                    .isEqualTo(expected);
        }

        /** Asserts that there is exactly one event and returns it for further checks. */
        public <T extends E> T thenOne(Class<T> type) {
            assertThat(outcome.events()).singleElement().isInstanceOf(type);
            return type.cast(outcome.events().getFirst());
        }
    }

    /** The outcome of a decision. Each access decides again, which is possible because deciders are pure. */
    @FunctionalInterface
    public interface Outcome<E> {
        List<E> events();
    }
}
