package org.serviceledger.query.shared;

import java.time.Duration;
import java.util.List;
import org.serviceledger.words.Message;

/** Why a question has no answer: data, which says what the asker can do about it. */
public sealed interface NoAnswer {

    /** One sentence for the person who asked. */
    Message words();

    /** What is wrong with one parameter. */
    record Fault(String field, Message words) {

        /** In the language that is being spoken, as an answer says it. */
        Said said() {
            return new Said(field, words.said());
        }

        /** A fault that was said. */
        record Said(String field, String message) {}

        private Message withField() {
            return Message.of("problem.bad-question.fault", "field", field, "fault", words);
        }
    }

    /** The question itself is wrong. */
    record BadQuestion(List<Fault> faults) implements NoAnswer {

        public BadQuestion {
            faults = List.copyOf(faults);
        }

        @Override
        public Message words() {
            return Message.of(
                    "problem.bad-question",
                    "faults",
                    faults.stream()
                            .map(Fault::withField)
                            .reduce((all, next) -> Message.of("problem.bad-question.and", "faults", all, "fault", next))
                            .orElse(Message.of("fault.malformed")));
        }
    }

    /** There is no such thing, or none the asker may know of: the two cannot be told apart. */
    record NotFound(Message what) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-found", "what", what);
        }
    }

    /** The asker's organisation does not reach that far. */
    record OutsideScope(String organisation, String scope) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.outside-scope", "organization", organisation, "scope", scope);
        }
    }

    /** The asker's role does not reach that far. */
    record NotForRole(Message what) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-for-role", "what", what);
        }
    }

    /** The read models have not reached the position asked for within the time allowed. */
    record NotCaughtUp(long minPosition, long reached) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-caught-up", "minPosition", minPosition, "reached", reached);
        }
    }

    /** No checkpoint covers what was just recorded yet. */
    record NotYetSealed(long position) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-yet-sealed", "position", position);
        }
    }

    /** The search server does not answer. */
    record SearchUnavailable(String reason) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.search-unavailable");
        }
    }

    /** The database does not answer, and only it could. */
    record LedgerUnavailable() implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.ledger-unavailable");
        }
    }

    /** So many questions wait already that this one may not. */
    record TooManyWaiting(Duration retryAfter) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.too-many-waiting", "seconds", retryAfter.toSeconds());
        }
    }

    /** Too many attempts at the same secret. */
    record TooManyAttempts(Duration retryAfter) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.too-many-attempts", "seconds", retryAfter.toSeconds());
        }
    }
}
