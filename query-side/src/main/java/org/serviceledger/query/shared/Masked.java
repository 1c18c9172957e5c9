package org.serviceledger.query.shared;

/** Masks personal data for users who need not know it. */
public final class Masked {

    /** Longer names than this belong to enterprises and authorities. Only their middle is masked. */
    private static final int LONGEST_PERSONAL = 4;

    private static final int SHOWN_OF_LONG = 2;

    private Masked() {}

    /** Masks 王小明 as 王**, and 如东某某有限公司 as 如东****公司. The result is as long as the name, and at least two characters. */
    public static String name(String name) {
        var letters = name.codePoints().toArray();
        if (letters.length <= LONGEST_PERSONAL) {
            return letters.length == 0 ? "" : shown(letters, 0, 1) + "*".repeat(Math.max(1, letters.length - 1));
        }
        return shown(letters, 0, SHOWN_OF_LONG)
                + "*".repeat(Math.max(1, letters.length - 2 * SHOWN_OF_LONG))
                + shown(letters, letters.length - SHOWN_OF_LONG, SHOWN_OF_LONG);
    }

    private static String shown(int[] letters, int from, int count) {
        return new String(letters, from, count);
    }
}
