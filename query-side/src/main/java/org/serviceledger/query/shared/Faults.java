package org.serviceledger.query.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.NoAnswer.BadQuestion;
import org.serviceledger.query.shared.NoAnswer.Fault;

/** Collects everything that is wrong with a question, so that it is all said at once. */
public final class Faults {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final List<Fault> found = new ArrayList<>();

    public Faults add(String field, String message) {
        found.add(new Fault(field, message));
        return this;
    }

    /** Given, but blank, longer than it can be, or with characters no text has. */
    public Faults text(String field, @Nullable String value, int longest) {
        if (value == null) {
            return this;
        }
        if (value.isBlank()) {
            return add(field, "must not be blank");
        }
        if (value.length() > longest) {
            return add(field, "must not be longer than %d characters".formatted(longest));
        }
        return value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD')
                ? add(field, "must not contain control or undecodable characters")
                : this;
    }

    /** Given, but not of the form its type demands, such as an organisation's. */
    public <T> Faults form(String field, @Nullable String value, Function<String, T> parser) {
        if (value != null) {
            try {
                var _ = parser.apply(value);
            } catch (IllegalArgumentException _) {
                add(field, "is not well-formed");
            }
        }
        return this;
    }

    /** Days in order, and of a time there are records of. */
    public Faults period(String from, @Nullable LocalDate first, String to, @Nullable LocalDate last) {
        day(from, first);
        day(to, last);
        if (first != null && last != null && last.isBefore(first)) {
            add(to, "must not be before " + from);
        }
        return this;
    }

    public Faults day(String field, @Nullable LocalDate day) {
        return day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))
                ? add(field, "must be between %s and %s".formatted(EARLIEST, LATEST))
                : this;
    }

    public Faults range(String field, @Nullable Integer value, int least, int most) {
        return value != null && (value < least || value > most)
                ? add(field, "must be between %d and %d".formatted(least, most))
                : this;
    }

    public Faults freshness(Freshness freshness) {
        freshness.check(this);
        return this;
    }

    /** Lets a question without fault pass. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new CannotAnswer(new BadQuestion(found));
        }
    }
}
