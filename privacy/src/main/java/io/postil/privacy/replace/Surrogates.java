package io.postil.privacy.replace;

import io.postil.privacy.Revealing;
import io.postil.privacy.Types;
import java.util.Locale;
import java.util.Optional;

/**
 * Made-up values of the same kind, drawn by the conversation's key from the value, so that one value always becomes the same. Names are of
 * the same gender where the first name tells it, of none otherwise; what has reserved examples (domains, addresses of the net) becomes one of them;
 * other values get other digits and letters in the same places.
 */
final class Surrogates {
    private static final int MOST_ATTEMPTS = 16;
    private static final int DOCUMENTATION = 254;

    private final Pseudonyms pseudonyms;

    Surrogates(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Nothing where the value has nothing to draw another of. */
    Optional<String> of(String type, String value) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var surrogate = draw(type, value, type + "/" + attempt);
            if (!Revealing.isShown(value, surrogate)) {
                return Optional.of(surrogate);
            }
        }
        return Optional.empty();
    }

    private String draw(String type, String value, String purpose) {
        return switch (type) {
            case Types.PERSON -> person(value, purpose);
            case Types.LOCATION -> cased(value, pick("city", purpose, value));
            case Types.ORGANIZATION -> cased(value, pick("organization", purpose, value));
            case Types.ADDRESS -> address(value, purpose);
            case Types.EMAIL -> email(value, purpose);
            case Types.URL -> "https://example.com/" + Integer.toString(number(purpose, value, 1 << 20), 36);
            case Types.IP -> ip(value, purpose);
            case Types.MAC -> String.format(Locale.ROOT, "00:00:5E:00:53:%02X", number(purpose, value, 256));
            default -> shaped(value, purpose);
        };
    }

    private String person(String value, String purpose) {
        var words = value.strip().split("\\s+", -1);
        var first = pick(SurrogateLists.genderOf(words[0]), purpose, words[0]);
        if (words.length == 1) {
            return cased(value, first);
        }
        return cased(value, first + " " + pick("last", purpose, words[words.length - 1]));
    }

    private String address(String value, String purpose) {
        int house = 1 + number(purpose + "/house", value, 99);
        var street = house + " " + pick("street", purpose, value);
        return cased(value, value.length() > 25 ? street + ", " + pick("city", purpose, value) : street);
    }

    private String email(String value, String purpose) {
        var name = pick("neutral", purpose, value) + "." + pick("last", purpose, value);
        return name.toLowerCase(Locale.ROOT) + "@example.org";
    }

    private String ip(String value, String purpose) {
        int host = 1 + number(purpose, value, DOCUMENTATION);
        return value.indexOf(':') < 0 ? "203.0.113." + host : "2001:db8::" + Integer.toHexString(host);
    }

    /** Other digits and letters in the same places and case; letters of other scripts become Latin ones. */
    private String shaped(String value, String purpose) {
        var shaped = new StringBuilder(value.length());
        int at = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isDigit(c)) {
                shaped.append((char) ('0' + number(purpose + "/" + at++, value, 10)));
            } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
                shaped.append(
                        (char) ((Character.isUpperCase(c) ? 'A' : 'a') + number(purpose + "/" + at++, value, 26)));
            } else {
                shaped.append(c);
            }
        }
        return shaped.toString();
    }

    private String pick(String list, String purpose, String value) {
        var names = SurrogateLists.of(list);
        return names.get(number(purpose + "/" + list, value, names.size()));
    }

    private int number(String purpose, String value, int bound) {
        return pseudonyms.draw(purpose, value, bound);
    }

    private static String cased(String like, String text) {
        boolean isUpper = like.equals(like.toUpperCase(Locale.ROOT)) && !like.equals(like.toLowerCase(Locale.ROOT));
        if (isUpper && like.length() > 1) {
            return text.toUpperCase(Locale.ROOT);
        }
        return like.equals(like.toLowerCase(Locale.ROOT)) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
