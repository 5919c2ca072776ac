package io.postil.model.store;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders names so that a run of digits counts as the number it says. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern BETWEEN_DIGITS_AND_OTHERS =
            Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    @Override
    public int compare(String left, String right) {
        String[] lefts = BETWEEN_DIGITS_AND_OTHERS.splitAsStream(left).toArray(String[]::new);
        String[] rights = BETWEEN_DIGITS_AND_OTHERS.splitAsStream(right).toArray(String[]::new);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = comparePart(lefts[i], rights[i]);
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(lefts.length, rights.length);
        return order != 0 ? order : left.compareTo(right);
    }

    private static int comparePart(String left, String right) {
        return isNumber(left) && isNumber(right)
                ? new BigInteger(left).compareTo(new BigInteger(right))
                : left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
