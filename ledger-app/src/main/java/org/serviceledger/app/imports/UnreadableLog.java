package org.serviceledger.app.imports;

/** The file cannot be read on from here; what came before stands. */
final class UnreadableLog extends Exception {

    private final int line;

    /** A line of 0 means the file as a whole. */
    UnreadableLog(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /** Where reading stopped, in the words {@code file:line: reason}. */
    String at(String file) {
        return line > 0 ? "%s:%d: %s".formatted(file, line, getMessage()) : "%s: %s".formatted(file, getMessage());
    }
}
