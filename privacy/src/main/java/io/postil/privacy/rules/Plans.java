package io.postil.privacy.rules;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/**
 * The numbering plans of libphonenumber. Numbers are put together here, since parsing takes ten times as long, and longer where it
 * fails.
 */
final class Plans {
    static final List<String> REGIONS = List.of("FR", "GB", "DE", "VN", "NL", "BE", "IT", "US", "ES", "PL", "PT", "IN");
    private static final List<String> WITH_TRUNK_ZERO = List.of("FR", "GB", "DE", "VN", "NL", "BE", "IN");
    private static final List<String> WITHOUT = List.of("US", "ES", "PL", "PT", "IN");

    private static final int LONGEST_CODE = 3;

    private Plans() {}

    /**
     * Whether a number has the code of a country and a length that this country has.
     *
     * @param digits at most 15, the country's first
     */
    static boolean isPossible(String digits) {
        var plans = PhoneNumberUtil.getInstance();
        for (int length = 1; length <= LONGEST_CODE && length < digits.length(); length++) {
            int code = Integer.parseInt(digits.substring(0, length));
            if (plans.getSupportedCallingCodes().contains(code)) {
                return isPossible(code, digits.substring(length));
            }
        }
        return false;
    }

    private static boolean isPossible(int code, String national) {
        var number = new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
        var plans = PhoneNumberUtil.getInstance();
        return plans.isPossibleNumber(number)
                || (national.startsWith("0") && plans.isPossibleNumber(number.setItalianLeadingZero(true)));
    }

    /**
     * Whether one of {@link #REGIONS} has a number that comes without its country.
     *
     * @param digits at most 11
     */
    static boolean isValid(String digits) {
        if (digits.charAt(0) == '0') {
            long number = Long.parseLong(digits);
            return WITH_TRUNK_ZERO.stream().anyMatch(region -> isValid(region, number, false))
                    || isValid("IT", number, true);
        }
        boolean hasTrunkOne = digits.length() == 11 && digits.charAt(0) == '1';
        long number = Long.parseLong(hasTrunkOne ? digits.substring(1) : digits);
        return WITHOUT.stream().anyMatch(region -> isValid(region, number, false)) || isValid("IT", number, false);
    }

    private static boolean isValid(String region, long national, boolean keepsZero) {
        var plans = PhoneNumberUtil.getInstance();
        var number = new PhoneNumber()
                .setCountryCode(plans.getCountryCodeForRegion(region))
                .setNationalNumber(national)
                .setItalianLeadingZero(keepsZero);
        return plans.isValidNumberForRegion(number, region);
    }
}
