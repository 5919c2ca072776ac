package io.postil.privacy.rules;

/** Check digits of identity numbers that commons-validator does not have. All take digits (and letters, where said) alone. */
final class CheckDigits {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private CheckDigits() {}

    /** France, NIR: 13 characters, then 97 less their value mod 97; Corsica's 2A counts as 19, 2B as 18 (INSEE). */
    static boolean isNir(String nir) {
        if (nir.length() != 15 || !isNirPlausible(nir)) {
            return false;
        }
        var numeric = nir.replace("2A", "19").replace("2B", "18");
        return 97 - Long.parseLong(numeric.substring(0, 13)) % 97 == Long.parseLong(numeric.substring(13));
    }

    /** Sex 1 to 4, 7 or 8; month 1 to 12, 20 to 42, or 50 and more where it is not known. */
    static boolean isNirPlausible(String nir) {
        int month = Integer.parseInt(nir.substring(3, 5));
        boolean hasMonth = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        return "123478".indexOf(nir.charAt(0)) >= 0 && hasMonth;
    }

    /** Spain, number of social security: the last two digits are those before mod 97 (TGSS). */
    static boolean isNss(String digits) {
        return Long.parseLong(digits.substring(0, 10)) % 97 == Long.parseLong(digits.substring(10));
    }

    /** United Kingdom, NHS number: weights 10 to 2, 11 less the sum mod 11. */
    static boolean isNhs(String digits) {
        int check = 11 - weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 10 && check % 11 == digit(digits, 9);
    }

    /** Poland, PESEL: weights 1 3 7 9, and a date. */
    static boolean isPesel(String digits) {
        int check = (10 - weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
        int month = number(digits, 2, 4) % 20;
        return check == digit(digits, 10) && (month >= 1 && month <= 12) && isDay(number(digits, 4, 6));
    }

    /** Netherlands, BSN: the sum with weights 9 to 2 and -1 divides by 11. */
    static boolean isBsn(String digits) {
        int sum = weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1);
        return sum != 0 && sum % 11 == 0;
    }

    /** Belgium, national number: 97 less the first nine digits mod 97, with a 2 before them for births from 2000. */
    static boolean isBelgian(String digits) {
        long first = Long.parseLong(digits.substring(0, 9));
        int check = number(digits, 9, 11);
        int month = number(digits, 2, 4) % 20;
        boolean isChecked = 97 - first % 97 == check || 97 - (2_000_000_000L + first) % 97 == check;
        return isChecked && month <= 12 && number(digits, 4, 6) <= 31;
    }

    /** Portugal, NIF: weights 9 to 2, 11 less the sum mod 11, 0 where that is 10 or more. */
    static boolean isNif(String digits) {
        int check = 11 - weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return digits.charAt(0) != '0' && digit(digits, 8) == (check >= 10 ? 0 : check);
    }

    /** Germany, tax id: ISO 7064 mod 11,10; among the first ten digits one comes two or three times. */
    static boolean isGermanTaxId(String digits) {
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        long different = digits.substring(0, 10).chars().distinct().count();
        return digits.charAt(0) != '0'
                && (11 - product) % 10 == digit(digits, 10)
                && (different == 9 || different == 8);
    }

    /** Switzerland, AHV number: 756 and the check digit of EAN-13. */
    static boolean isAhv(String digits) {
        int check = (10 - weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10;
        return digits.startsWith("756") && check == digit(digits, 12);
    }

    /** Spain, DNI or NIE: eight digits, or X Y Z for 0 1 2 and seven, then the letter for their value mod 23. */
    static boolean isDni(String characters) {
        int prefix = "XYZ".indexOf(characters.charAt(0));
        var digits = (prefix < 0 ? "" + characters.charAt(0) : "" + prefix)
                + characters.substring(1, characters.length() - 1);
        return DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == characters.charAt(characters.length() - 1);
    }

    /** France, VAT number: two digits that are 12 and three times the SIREN mod 97, mod 97. */
    static boolean isFrenchVat(String digits) {
        return (12 + 3 * (Long.parseLong(digits.substring(2)) % 97)) % 97 == number(digits, 0, 2);
    }

    private static boolean isDay(int day) {
        return (day >= 1 && day <= 31);
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
