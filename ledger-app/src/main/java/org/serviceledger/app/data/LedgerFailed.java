package org.serviceledger.app.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/** A failure that the operator can fix. Its message is one line in the current language and says how to fix it. */
public final class LedgerFailed extends RuntimeException {

    private final transient Supplier<String> words;

    public LedgerFailed(Message message) {
        this(message, null);
    }

    public LedgerFailed(Message message, @Nullable Throwable cause) {
        super(cause);
        this.words = message::said;
    }

    /** Takes a message that is already worded, such as a server's answer. It is not translated. */
    public LedgerFailed(String said) {
        this(said, null);
    }

    /** Takes a message that is already worded, such as a server's answer, and its cause. It is not translated. */
    public LedgerFailed(String said, @Nullable Throwable cause) {
        super(cause);
        this.words = () -> said;
    }

    @Override
    public String getMessage() {
        return words.get();
    }
}
