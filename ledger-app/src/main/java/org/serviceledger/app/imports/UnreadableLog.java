package org.serviceledger.app.imports;

import org.serviceledger.words.Message;

/** The file cannot be read on from here; what came before stands. */
final class UnreadableLog extends Exception {

    private final int line;
    private final transient Message reason;

    /** A line of 0 means the file as a whole. */
    UnreadableLog(int line, Message reason) {
        this.line = line;
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason.said();
    }

    /** Where reading stopped, in the words {@code file:line: reason}. */
    String at(String file) {
        return line > 0 ? "%s:%d: %s".formatted(file, line, getMessage()) : "%s: %s".formatted(file, getMessage());
    }
}
