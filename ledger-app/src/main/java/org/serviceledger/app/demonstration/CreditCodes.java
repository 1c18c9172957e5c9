package org.serviceledger.app.demonstration;

/** Generates credit codes (统一社会信用代码, GB 32100—2015) that are formally valid but belong to no real department. */
final class CreditCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCodes() {}

    /** Code of an authority (机构编制, 机关) of 如东县. */
    static String of(int number) {
        var organisation = "00D%05d".formatted(number);
        var body = "11320623" + organisation + checkOfOrganisation(organisation);
        return body + check(body);
    }

    /** Check character of the organisation code (GB 11714—1997). */
    private static char checkOfOrganisation(String code) {
        var sum = 0;
        for (var i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        var check = 11 - sum % 11;
        return check == 10 ? 'X' : Character.forDigit(check % 11, 10);
    }

    private static char check(String body) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
