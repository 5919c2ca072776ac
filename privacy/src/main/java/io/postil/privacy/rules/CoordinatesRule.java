package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Pairs of latitude and longitude, in decimals or in degrees and minutes. */
final class CoordinatesRule implements Rule {
    private static final String MINUTES = " ?[0-9]{1,2}(?:\\.[0-9]{1,5})?(?:'|\u2032) ?(?:[0-9]{1,2}(?:[.,][0-9]{1,4})?"
            + " ?(?:\"|\u2033|''|\u2032\u2032) ?)?";
    private static final LinearPattern PAIR =
            LinearPattern.of("[0-9]{1,2}\\.[0-9]{3,}\u00b0? ?[ns]?(?:[,;/] ?| )(?:lon|lng|long|longitude|[ewo])?"
                    + "[:= ]{0,2}-?[0-9]{1,3}\\.[0-9]{3,}\u00b0?(?: ?[ewo])?"
                    + "|[0-9]{1,2},[0-9]{3,}\u00b0? ?[ns]?(?: ?[;/] ?|, | )-?[0-9]{1,3},[0-9]{3,}\u00b0?(?: ?[ewo])?"
                    + "|[0-9]{1,2}\u00b0" + MINUTES + "[ns],? ?[0-9]{1,3}\u00b0" + MINUTES + "[ewo]");
    private static final double SCORE = 0.6;

    @Override
    public String name() {
        return "coordinates";
    }

    @Override
    public String type() {
        return Types.COORDINATES;
    }

    @Override
    public String about() {
        return "pairs of latitude and longitude, in decimals or in degrees and minutes";
    }

    @Override
    public void find(Reading reading, Found found) {
        var lower = reading.lower();
        var digits = reading.digits();
        for (int group = 0; group < digits.count(); group++) {
            int after = digits.end(group);
            boolean mayBegin =
                    digits.length(group) <= 2 && after < lower.length() && ".,\u00b0".indexOf(lower.charAt(after)) >= 0;
            if (mayBegin && !Reading.isInside(lower, digits.start(group))) {
                int end = PAIR.wholeEnd(lower, digits.start(group));
                if (end >= 0) {
                    found.at(withSign(lower, digits.start(group)), end, SCORE);
                }
            }
        }
    }

    private static int withSign(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '-' ? start - 1 : start;
    }
}
