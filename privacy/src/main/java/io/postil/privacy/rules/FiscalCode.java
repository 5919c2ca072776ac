package io.postil.privacy.rules;

/**
 * Italy's codice fiscale: six letters, two digits, a letter, two digits, a letter, three digits, and a check letter. Letters may stand
 * for digits where two codes would be the same (omocodia). The values are those of the decree of 23 December 1976.
 */
final class FiscalCode {
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private FiscalCode() {}

    /** Whether the 16th of upper-case letters and digits is the check letter of the 15 before. */
    static boolean isValid(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = value(code.charAt(i));
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return 'A' + sum % 26 == code.charAt(15);
    }

    private static int value(char c) {
        return DigitGroups.isDigit(c) ? c - '0' : c - 'A';
    }
}
