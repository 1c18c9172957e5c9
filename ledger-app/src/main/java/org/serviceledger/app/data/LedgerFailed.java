package org.serviceledger.app.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/** Something the person at the terminal can put right; the message is one line and says how, in the language spoken. */
public final class LedgerFailed extends RuntimeException {

    private final transient Supplier<String> words;

    public LedgerFailed(Message message) {
        this(message, null);
    }

    public LedgerFailed(Message message, @Nullable Throwable cause) {
        super(cause);
        this.words = message::said;
    }

    /** What somebody else has put into words. */
    public LedgerFailed(String said) {
        this(said, null);
    }

    /** What somebody else has put into words. */
    public LedgerFailed(String said, @Nullable Throwable cause) {
        super(cause);
        this.words = () -> said;
    }

    @Override
    public String getMessage() {
        return words.get();
    }
}
