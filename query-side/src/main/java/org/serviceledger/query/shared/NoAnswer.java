package org.serviceledger.query.shared;

import java.time.Duration;
import java.util.List;

/** Why a question has no answer: data, which says what the asker can do about it. */
public sealed interface NoAnswer {

    /** One sentence for the person who asked. */
    String detail();

    /** What is wrong with one parameter. */
    record Fault(String field, String message) {}

    /** The question itself is wrong. */
    record BadQuestion(List<Fault> faults) implements NoAnswer {

        public BadQuestion {
            faults = List.copyOf(faults);
        }

        @Override
        public String detail() {
            return "The question cannot be understood: "
                    + String.join(
                            "; ",
                            faults.stream()
                                    .map(fault -> fault.field() + " " + fault.message())
                                    .toList());
        }
    }

    /** There is no such thing, or none the asker may know of: the two cannot be told apart. */
    record NotFound(String what) implements NoAnswer {

        @Override
        public String detail() {
            return "Nothing is known of " + what + ".";
        }
    }

    /** The asker's organisation does not reach that far. */
    record OutsideScope(String organisation, String scope) implements NoAnswer {

        @Override
        public String detail() {
            return "%s lies outside %s and what is below it.".formatted(organisation, scope);
        }
    }

    /** The asker's role does not reach that far. */
    record NotForRole(String what) implements NoAnswer {

        @Override
        public String detail() {
            return "Your role may not ask for " + what + ".";
        }
    }

    /** The read models have not reached the position asked for within the time allowed. */
    record NotCaughtUp(long minPosition, long reached) implements NoAnswer {

        @Override
        public String detail() {
            return "The read models have reached position %d, not yet %d.".formatted(reached, minPosition);
        }
    }

    /** No checkpoint covers what was just recorded yet. */
    record NotYetSealed(long position) implements NoAnswer {

        @Override
        public String detail() {
            return "No checkpoint covers position %d yet; one is signed every half a second, ask again in a moment."
                    .formatted(position);
        }
    }

    /** The search server does not answer. */
    record SearchUnavailable(String reason) implements NoAnswer {

        @Override
        public String detail() {
            return "The search server does not answer at present; nothing is lost, ask again in a moment.";
        }
    }

    /** The database does not answer, and only it could. */
    record LedgerUnavailable() implements NoAnswer {

        @Override
        public String detail() {
            return "The ledger's database does not answer at present; ask again in a moment.";
        }
    }

    /** So many questions wait already that this one may not. */
    record TooManyWaiting(Duration retryAfter) implements NoAnswer {

        @Override
        public String detail() {
            return "Too many questions wait already; ask again in %d seconds.".formatted(retryAfter.toSeconds());
        }
    }

    /** Too many attempts at the same secret. */
    record TooManyAttempts(Duration retryAfter) implements NoAnswer {

        @Override
        public String detail() {
            return "Too many attempts; try again in %d seconds.".formatted(retryAfter.toSeconds());
        }
    }
}
