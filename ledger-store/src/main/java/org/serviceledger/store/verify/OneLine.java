package org.serviceledger.store.verify;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Sentence;
import org.serviceledger.words.Words;

/**
 * Sanitizes text that findings quote from rows. A row may contain anything, so quoted text must neither break the line
 * nor control a terminal. Longer text is cut at {@value #LONGEST} characters.
 */
final class OneLine {

    private static final int LONGEST = 1000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    static String of(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /**
     * Returns the message with every quoted argument sanitized, including those of nested messages. Values that are
     * neither numbers, messages nor records with a sentence are converted with {@code toString}, which keeps times in
     * the ledger's notation.
     */
    static Message of(Message message) {
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        message.arguments().forEach((name, value) -> arguments.put(name, value == null ? null : quoted(value)));
        return new Message(message.key(), arguments);
    }

    private static Object quoted(Object value) {
        return switch (value) {
            case Number number -> number;
            case Message message -> of(message);
            case Sentence sentence -> of(sentence.message());
            case Record data when isSaid(data) -> of(Message.of(data));
            default -> of(value.toString());
        };
    }

    private static boolean isSaid(Record data) {
        return Words.in(Language.ENGLISH).has(Message.of(data).key());
    }
}
