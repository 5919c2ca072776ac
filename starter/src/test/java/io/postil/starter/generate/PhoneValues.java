package io.postil.starter.generate;

import java.util.Map;
import java.util.Random;

/** Telephone numbers from the ranges that regulators keep for fiction, in the usual ways of writing them. */
final class PhoneValues {

    private static final String[] FRENCH = {
        "01 99 00 ## ##",
        "02 61 91 ## ##",
        "03 53 01 ## ##",
        "04 65 71 ## ##",
        "05 36 49 ## ##",
        "06 39 98 ## ##",
        "06 39 98 ## ##",
        "06 39 98 ## ##"
    };
    private static final String[] BRITISH = {
        "020 7946 0###",
        "07700 900###",
        "07700 900 ###",
        "(020) 7946 0###",
        "+44 20 7946 0###",
        "+44 7700 900###",
        "+44 (0)161 496 0###",
        "0113 496 0###",
        "01632 960 ###",
        "0117-496-0###",
        "07700900###",
        "0044 7700 900 ###"
    };
    private static final String[] AMERICAN = {
        "(###) 555-01##",
        "###-555-01##",
        "###.555.01##",
        "+1 ### 555 01##",
        "1-###-555-01##",
        "+1 (###) 555-01##",
        "### 555 01##",
        "###55501##",
        "555-01##"
    };
    private static final String[] GERMAN = {
        "030 23125 ###", "+49 30 23125-###", "040/66969-###", "0171 39200 ##", "+49 (0)89 99998 ###", "0049 171 39200##"
    };

    private static final String[] SPANISH = {"6## ### ###", "+34 6## ## ## ##", "91# ## ## ##", "6########"};
    private static final String[] ITALIAN = {"3## ### ####", "+39 3## #######", "06 #### ####", "3#########"};
    private static final String[] VIETNAMESE = {
        "09## ### ###", "09########", "+84 9# ### ## ##", "028 3### ####", "0## ### ####"
    };

    private static final Map<String, String[]> OWN =
            Map.of("de", GERMAN, "es", SPANISH, "it", ITALIAN, "vi", VIETNAMESE);

    private PhoneValues() {}

    static String value(String language, Random random) {
        int dice = random.nextInt(100);
        boolean home = dice < 76;
        if (home) {
            String[] own = OWN.get(language);
            if (own != null) {
                return Pick.digits(random, Pick.one(random, own));
            }
        }
        if (language.equals("fr") == home) {
            return french(random);
        }
        String[] patterns = dice % 10 < 2 ? GERMAN : dice % 10 < 6 ? BRITISH : AMERICAN;
        String pattern = Pick.one(random, patterns);
        return Pick.digits(random, pattern.replaceFirst("###(?=\\D*555)", String.valueOf(201 + random.nextInt(780))));
    }

    private static String french(Random random) {
        String number = Pick.digits(random, Pick.one(random, FRENCH));
        return switch (random.nextInt(9)) {
            case 0 -> number.replace(' ', '.');
            case 1 -> number.replace(' ', '-');
            case 2 -> number.replace(" ", "");
            case 3 -> "+33 " + number.substring(1);
            case 4 -> "+33" + number.substring(1).replace(" ", "");
            case 5 -> "+33 (0)" + number.substring(1);
            case 6 -> "0033 " + number.substring(1);
            default -> number;
        };
    }
}
