package org.serviceledger.query.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Malformed;
import org.serviceledger.query.shared.NoAnswer.BadQuestion;
import org.serviceledger.query.shared.NoAnswer.Fault;
import org.serviceledger.words.Message;

/** Collects all faults of a question, so that one answer names them all. */
public final class Faults {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final List<Fault> found = new ArrayList<>();

    public Faults add(String field, Message fault) {
        found.add(new Fault(field, fault));
        return this;
    }

    /** Refuses a value that is blank, too long, or contains control characters or undecodable bytes. */
    public Faults text(String field, @Nullable String value, int longest) {
        if (value == null) {
            return this;
        }
        if (value.isBlank()) {
            return add(field, Message.of("fault.blank"));
        }
        if (value.length() > longest) {
            return add(field, Message.of("fault.too-long", "max", longest));
        }
        return value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD')
                ? add(field, Message.of("fault.undecodable"))
                : this;
    }

    /** Refuses a value that {@code parser} does not accept, such as a malformed organisation. */
    public <T> Faults form(String field, @Nullable String value, Function<String, T> parser) {
        if (value != null) {
            try {
                var _ = parser.apply(value);
            } catch (Malformed e) {
                add(field, e.words());
            } catch (IllegalArgumentException _) {
                add(field, Message.of("fault.malformed"));
            }
        }
        return this;
    }

    /** Refuses days out of order, and days before 1900 or after 2999. */
    public Faults period(String from, @Nullable LocalDate first, String to, @Nullable LocalDate last) {
        day(from, first);
        day(to, last);
        if (first != null && last != null && last.isBefore(first)) {
            add(to, Message.of("fault.not-before", "field", from));
        }
        return this;
    }

    public Faults day(String field, @Nullable LocalDate day) {
        return day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))
                ? add(field, Message.of("fault.between", "least", EARLIEST, "most", LATEST))
                : this;
    }

    public Faults range(String field, @Nullable Integer value, int least, int most) {
        return value != null && (value < least || value > most)
                ? add(field, Message.of("fault.between", "least", least, "most", most))
                : this;
    }

    public Faults freshness(Freshness freshness) {
        freshness.check(this);
        return this;
    }

    /**
     * Throws if any fault was found.
     *
     * @throws CannotAnswer with {@link BadQuestion}
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new CannotAnswer(new BadQuestion(found));
        }
    }
}
