package org.serviceledger.app.imports;

import org.serviceledger.words.Message;

/** The file cannot be read beyond this point. Everything read before remains valid. */
final class UnreadableLog extends Exception {

    private final int line;
    private final transient Message reason;

    /** Takes the line where reading stopped; 0 means the whole file. */
    UnreadableLog(int line, Message reason) {
        this.line = line;
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason.said();
    }

    /** The message as {@code file:line: reason}. */
    String at(String file) {
        return line > 0 ? "%s:%d: %s".formatted(file, line, getMessage()) : "%s: %s".formatted(file, getMessage());
    }
}
