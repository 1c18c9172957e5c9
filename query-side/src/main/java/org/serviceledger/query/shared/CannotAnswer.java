package org.serviceledger.query.shared;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.NoAnswer.BadQuestion;
import org.serviceledger.query.shared.NoAnswer.Fault;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown when a question has no answer; carries the reason. */
public final class CannotAnswer extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient NoAnswer reason;

    public CannotAnswer(NoAnswer reason) {
        this(reason, null);
    }

    public CannotAnswer(NoAnswer reason, @Nullable Throwable cause) {
        super(reason.words().in(Language.ENGLISH), cause);
        this.reason = reason;
    }

    public static CannotAnswer because(String field, Message fault) {
        return new CannotAnswer(new BadQuestion(List.of(new Fault(field, fault))));
    }

    public NoAnswer reason() {
        return reason;
    }
}
