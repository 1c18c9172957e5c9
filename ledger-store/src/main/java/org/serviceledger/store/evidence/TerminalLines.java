package org.serviceledger.store.evidence;

/** What strangers wrote, made fit for a line of a terminal. */
final class TerminalLines {

    private static final int LONGEST = 400;

    private TerminalLines() {}

    /** Without control characters, and not without end. */
    static String one(String text) {
        var shown = text.replaceAll("\\p{C}", "?");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
