package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.Set;

/**
 * Postal codes with what tells that they are some: those of the United Kingdom, Canada and the United States by their form and area;
 * five digits (or four) and a place
 * after a street with its number, or alone on a line.
 */
final class PostcodeRule implements Rule {
    private static final Set<String> AREAS = Set.of(
            ("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX"
                            + " FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME"
                            + " MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST"
                            + " SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE")
                    .split(" "));
    /** Units that follow a digit, in what reads like a code: {@code S9 8GB}. */
    private static final Set<String> UNITS = Set.of("GB", "TB", "HZ", "HP");

    private static final Set<String> STATES = Set.of(
            ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK"
                            + " OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AP AE AA")
                    .split(" "));
    /** {@code IL 62704-1234}. */
    private static final LinearPattern AMERICAN = LinearPattern.of("[A-Z]{2} [0-9]{5}(?:-[0-9]{4})?");
    /** {@code Unit 2050 Box 4190, APO }, {@code USS Quill\nFPO }: United States, armed forces abroad (USPS, Publication 28, section 238). */
    private static final LinearPattern BEFORE_MILITARY = LinearPattern.backwards(
            "(?:(?:PSC|CMR|Unit|UNIT) ?[0-9]{1,5},? (?:Box|BOX) ?[0-9]{1,5}|US[A-Z]{1,5} NAME(?: NAME)?)"
                            .replace("NAME", "[A-Z][A-Za-z'-]*")
                    + ",?[ \n](?:APO|FPO|DPO),? ");
    /** {@code K1A 0B1}. */
    private static final LinearPattern CANADIAN = LinearPattern.of("[ABCEGHJ-NPRSTVXY][0-9][A-Z] [0-9][A-Z][0-9]");

    private static final LinearPattern BRITISH = LinearPattern.of("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2}");
    private static final String NAME = "[A-Z][A-Za-z'-]*";
    private static final LinearPattern BEFORE_BRITISH = LinearPattern.backwards(
            "(?:(?:[Ff]lat|[Uu]nit|[Aa]pt) ?[0-9]{1,4}[A-Za-z]?,? )?[0-9]{1,4}[A-Za-z]?,? (?:" + NAME + ",? ){1,6}");
    private static final LinearPattern BEFORE_DIGITS = LinearPattern.backwards(
            "(?:" + NAME + "|C/)(?:[ -](?:" + NAME
                    + "|[a-z]{2,4})){0,4}\\.?,? [0-9]{1,3} ?[A-Za-z]?(?:-[0-9]{1,3})?(?:,? [0-9]{1,2}[oa]? ?[A-Z]?)?(?:, ?\n?| ?\n)");
    /** A place, with a capital. */
    private static final LinearPattern AFTER = LinearPattern.of(" " + NAME + "(?:[ -]" + NAME + "){0,3}");

    private static final double SCORE = 0.6;

    @Override
    public String name() {
        return "postcode";
    }

    @Override
    public String type() {
        return Types.ADDRESS;
    }

    @Override
    public String about() {
        return "British, Canadian and American postal codes, those of five or four digits with a place after a street and number, and what stands before";
    }

    @Override
    public void find(Reading reading, Found found) {
        findBritish(reading, found);
        findAmerican(reading, found);
        findDigits(reading, found);
    }

    private static void findBritish(Reading reading, Found found) {
        var text = reading.text();
        var digits = reading.digits();
        for (int group = 0; group < digits.count(); group++) {
            int start = lettersBefore(text, digits.start(group));
            int end = start < digits.start(group) ? BRITISH.wholeEnd(text, start) : -1;
            boolean isCode = end > 0
                    && AREAS.contains(text.substring(start, digits.start(group)))
                    && !UNITS.contains(text.substring(end - 2, end));
            if (isCode) {
                int before = BEFORE_BRITISH.wholeStart(text, start);
                found.at(before >= 0 ? before : start, end, SCORE);
            }
        }
    }

    /** Where the one or two letters begin that stand right before, and are a word with what follows. */
    private static int lettersBefore(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 2 && text.charAt(start - 1) >= 'A' && text.charAt(start - 1) <= 'Z') {
            start--;
        }
        return Reading.isInside(text, start) ? at : start;
    }

    private static void findAmerican(Reading reading, Found found) {
        var text = reading.text();
        var digits = reading.digits();
        for (int group = 0; group < digits.count(); group++) {
            int state = digits.start(group) - 3;
            int letter = digits.start(group) - 1;
            int end = -1;
            if (digits.length(group) == 5 && state >= 0 && STATES.contains(text.substring(state, state + 2))) {
                end = Reading.isInside(text, state) ? -1 : AMERICAN.wholeEnd(text, state);
                int military = BEFORE_MILITARY.wholeStart(text, state);
                letter = military < 0 ? state : military;
            } else if (digits.length(group) == 1 && letter >= 0 && !Reading.isInside(text, letter)) {
                end = CANADIAN.wholeEnd(text, letter);
            }
            if (end > 0) {
                found.at(letter, end, SCORE);
            }
        }
    }

    private static void findDigits(Reading reading, Found found) {
        var text = reading.text();
        var digits = reading.digits();
        for (int group = 0; group < digits.count(); group++) {
            int start = digits.start(group);
            int length = digits.length(group);
            boolean mayBe = length == 5 || length == 4;
            int end = mayBe && start > 0 ? AFTER.wholeEnd(text, digits.end(group)) : -1;
            if (end < 0 || PhoneShape.isQuantity(new Numeral(reading, group, group))) {
                continue;
            }
            int before = BEFORE_DIGITS.wholeStart(text, start);
            boolean isLine =
                    length == 5 && text.charAt(start - 1) == '\n' && (end == text.length() || text.charAt(end) == '\n');
            if (before >= 0 || isLine) {
                found.at(before >= 0 ? before : start, end, SCORE);
            }
        }
    }
}
