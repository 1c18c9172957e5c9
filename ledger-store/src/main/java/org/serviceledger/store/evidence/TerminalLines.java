package org.serviceledger.store.evidence;

/** Makes untrusted text safe to print as one line of a terminal. */
final class TerminalLines {

    private static final int LONGEST = 400;

    private TerminalLines() {}

    /** Returns the text with control characters replaced, cut at {@value #LONGEST} characters. */
    static String one(String text) {
        var shown = text.replaceAll("\\p{C}", "?");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
