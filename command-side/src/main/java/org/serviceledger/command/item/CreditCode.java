package org.serviceledger.command.item;

/** Verifies the check character of a unified social credit code (统一社会信用代码, GB 32100—2015). */
final class CreditCode {

    static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != LENGTH || code.chars().anyMatch(character -> ALPHABET.indexOf(character) < 0)) {
            return false;
        }
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        var check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return code.charAt(LENGTH - 1) == ALPHABET.charAt(check);
    }
}
