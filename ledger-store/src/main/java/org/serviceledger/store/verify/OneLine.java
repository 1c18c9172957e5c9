package org.serviceledger.store.verify;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;

/** What a finding quotes from a row, which may hold anything: it must neither break the line nor steer a terminal. */
final class OneLine {

    private static final int LONGEST = 1000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    static String of(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** With everything in it that is quoted, at whatever depth, fit for a line; times as the ledger has them. */
    static Message of(Message message) {
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        message.arguments().forEach((name, value) -> arguments.put(name, value == null ? null : quoted(value)));
        return new Message(message.key(), arguments);
    }

    private static Object quoted(Object value) {
        return switch (value) {
            case Number number -> number;
            case Message message -> of(message);
            case Record data when isSaid(data) -> of(Message.of(data));
            default -> of(value.toString());
        };
    }

    private static boolean isSaid(Record data) {
        return Words.in(Language.ENGLISH).has(Message.of(data).key());
    }
}
