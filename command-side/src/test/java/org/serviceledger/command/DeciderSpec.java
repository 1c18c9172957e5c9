package org.serviceledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.BiFunction;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Refusal;

/** Given what happened, when this is asked, then that happens or is refused. */
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

    /** A command that has been asked and whose outcome is looked at next. */
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

        /** The one event there is, to be looked at closely. */
        public <T extends E> T thenOne(Class<T> type) {
            assertThat(outcome.events()).singleElement().isInstanceOf(type);
            return type.cast(outcome.events().getFirst());
        }
    }

    /** The outcome of a decision, decided anew whenever asked: deciders are pure. */
    @FunctionalInterface
    public interface Outcome<E> {
        List<E> events();
    }
}
