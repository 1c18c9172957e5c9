package org.serviceledger.query.shared;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.NoAnswer.BadQuestion;
import org.serviceledger.query.shared.NoAnswer.Fault;

/** Carries the reason why a question has no answer. */
public final class CannotAnswer extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient NoAnswer reason;

    public CannotAnswer(NoAnswer reason) {
        this(reason, null);
    }

    public CannotAnswer(NoAnswer reason, @Nullable Throwable cause) {
        super(reason.detail(), cause);
        this.reason = reason;
    }

    public static CannotAnswer because(String field, String message) {
        return new CannotAnswer(new BadQuestion(List.of(new Fault(field, message))));
    }

    public NoAnswer reason() {
        return reason;
    }
}
