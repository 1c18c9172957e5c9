package org.serviceledger.store.verify;

import java.util.regex.Pattern;

/** What a finding quotes from a row, which may hold anything: it must neither break the line nor steer a terminal. */
final class OneLine {

    private static final int LONGEST = 1000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    static String of(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
