package org.serviceledger.app.imports;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.serviceledger.store.log.Sha256;

/**
 * Derives case numbers (办件编号) from the names that other systems give their cases. A leading {@code case-} is dropped
 * once, because every case id has that prefix. A character outside the alphabet of case numbers is written as {@code
 * _4E2D}: its UTF-16 code in four digits. Two names never share a number, and {@link #nameOf} reverses the mapping. A
 * name that is too long for a number keeps its beginning and a digest, and cannot be recovered.
 */
final class ImportedNumbers {

    private static final String PREFIX = "case-";
    private static final int LONGEST = 50;
    private static final int DIGEST = 16;
    private static final String DIGEST_MARK = "__";
    private static final String START_MARK = "0_-";

    private ImportedNumbers() {}

    static String numberOf(String name) {
        var bare = name.startsWith(PREFIX) && name.length() > PREFIX.length() ? name.substring(PREFIX.length()) : name;
        var number = new StringBuilder(LONGEST);
        for (var i = 0; i < bare.length(); i++) {
            var c = bare.charAt(i);
            if (c == '_' ? readsAsEscape(bare, i) : !isPlain(c)) {
                number.append("_%04X".formatted((int) c));
            } else {
                number.append(c);
            }
        }
        if (!isAlphanumeric(number.charAt(0))) {
            number.insert(0, START_MARK);
        }
        return number.length() <= LONGEST ? number.toString() : shortened(number.toString(), bare);
    }

    /** Returns the name from which {@link #numberOf} derived this number, without a leading {@code case-}. */
    static String nameOf(String number) {
        var name = new StringBuilder();
        for (var i = number.startsWith(START_MARK) ? START_MARK.length() : 0; i < number.length(); i++) {
            if (number.charAt(i) == '_' && isCode(number, i + 1)) {
                name.append((char) Integer.parseInt(number, i + 1, i + 5, 16));
                i += 4;
            } else {
                name.append(number.charAt(i));
            }
        }
        return name.toString();
    }

    private static boolean readsAsEscape(String name, int underscore) {
        var next = underscore + 1;
        return next < name.length()
                && (isCode(name, next)
                        || name.charAt(next) == '-'
                        || name.charAt(next) == '_'
                        || !isPlain(name.charAt(next)));
    }

    private static boolean isCode(String text, int from) {
        return from + 4 <= text.length()
                && text.substring(from, from + 4).chars().allMatch(c -> isDigit(c) || (c >= 'A' && c <= 'F'));
    }

    private static boolean isPlain(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String shortened(String number, String name) {
        return number.substring(0, LONGEST - DIGEST - DIGEST_MARK.length())
                + DIGEST_MARK
                + HexFormat.of()
                        .formatHex(Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8)), 0, DIGEST / 2);
    }
}
