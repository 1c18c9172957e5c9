package org.serviceledger.query.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.serviceledger.web.FieldFault;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;

/** Why a question has no answer, as data that tells the user what they can do about it. */
public sealed interface NoAnswer {

    Duration SOON = Duration.ofSeconds(2);

    /** One sentence for the user. */
    Message words();

    /** How long to wait before asking again; nothing if waiting does not help. */
    default Optional<Duration> askAgainAfter() {
        return switch (this) {
            case NotCaughtUp _, NotYetSealed _, SearchUnavailable _, LedgerUnavailable _ -> Optional.of(SOON);
            case TooManyWaiting(var later) -> Optional.of(later);
            case TooManyAttempts(var later) -> Optional.of(later);
            case BadQuestion _, NotFound _, OutsideScope _, NotForRole _ -> Optional.empty();
        };
    }

    /** The HTTP status of a response that says so. */
    default HttpStatus status() {
        return switch (this) {
            case BadQuestion _ -> HttpStatus.BAD_REQUEST;
            case NotFound _ -> HttpStatus.NOT_FOUND;
            case OutsideScope _, NotForRole _ -> HttpStatus.FORBIDDEN;
            case NotCaughtUp _, NotYetSealed _, SearchUnavailable _, LedgerUnavailable _, TooManyWaiting _ ->
                HttpStatus.SERVICE_UNAVAILABLE;
            case TooManyAttempts _ -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    /** What is wrong with one parameter. */
    record Fault(String field, Message words) {

        /** The fault in the current language, as a response contains it. */
        FieldFault said() {
            return FieldFault.of(field, words);
        }

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

    /** The object does not exist or the user may not know of it. The answer does not tell which. */
    record NotFound(Message what) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-found", "what", what);
        }
    }

    /** The organisation lies outside the user's scope. */
    record OutsideScope(String organisation, String scope) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.outside-scope", "organization", organisation, "scope", scope);
        }
    }

    /** The user's role does not permit it. */
    record NotForRole(Message what) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-for-role", "what", what);
        }
    }

    /** The read models did not reach the requested position in time. */
    record NotCaughtUp(long minPosition, long reached) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-caught-up", "minPosition", minPosition, "reached", reached);
        }
    }

    /** No checkpoint covers the event at this position yet. */
    record NotYetSealed(long position) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.not-yet-sealed", "position", position);
        }
    }

    /** Elasticsearch does not answer. */
    record SearchUnavailable(String reason) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.search-unavailable");
        }
    }

    /** PostgreSQL does not answer, and the question needs it. */
    record LedgerUnavailable() implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.ledger-unavailable");
        }
    }

    /** The largest number of questions is already waiting. */
    record TooManyWaiting(Duration retryAfter) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.too-many-waiting", "seconds", retryAfter.toSeconds());
        }
    }

    /** Too many wrong attempts at the same secret. */
    record TooManyAttempts(Duration retryAfter) implements NoAnswer {

        @Override
        public Message words() {
            return Message.of("problem.too-many-attempts", "seconds", retryAfter.toSeconds());
        }
    }
}
