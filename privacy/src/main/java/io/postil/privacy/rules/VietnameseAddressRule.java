package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Vietnamese addresses: a number, streets and alleys, wards, districts, and the city after them. */
final class VietnameseAddressRule implements Rule {
    private static final Words UNITS = Words.of(
            "duong",
            "pho",
            "ngo",
            "ngach",
            "hem",
            "kiet",
            "phuong",
            "quan",
            "xa",
            "thi xa",
            "thi tran",
            "huyen",
            "p",
            "q");
    private static final String NAME = "[A-Z][A-Za-z]{0,6}(?: [A-Z][A-Za-z]{0,6}){0,3}";
    private static final String NUMBER = "[0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4}[A-Za-z]?){0,4}";
    private static final String UNIT =
            "(?:[Pp]huong|[Qq]uan|[Hh]uyen|[Xx]a|[Tt]hi xa|[Tt]hi tran|[Tt]inh|[Tt]hanh pho|[Tt][Pp]|[Kk]hu pho|[Tt]o|[Aa]p"
                    + "|[Tt]hon|[Nn]go|[Hh]em|[Dd]uong|[Pp]ho|[Pp]|[Qq])\\.? ?(?:" + NUMBER + "|" + NAME + ")";
    private static final LinearPattern FIRST = LinearPattern.of(UNIT);
    private static final LinearPattern NEXT = LinearPattern.of(",? " + UNIT);
    private static final LinearPattern CITY = LinearPattern.of(",? TP\\.? ?HCM|, " + NAME);

    private static final LinearPattern BEFORE = LinearPattern.backwards("(?:[Ss]o (?:nha )?)?" + NUMBER
            + ",? (?:(?:[Nn]go|[Nn]gach|[Hh]em|[Kk]iet) " + NUMBER + ",? )?(?:" + NAME + ",? )?");
    private static final int MOST = 6;
    private static final double SCORE = 0.6;

    @Override
    public String name() {
        return "address-vietnamese";
    }

    @Override
    public String type() {
        return Types.ADDRESS;
    }

    @Override
    public String about() {
        return "Vietnamese addresses by their streets, wards and districts, with a number or two of them";
    }

    @Override
    public List<Words> words() {
        return List.of(UNITS);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var hits = reading.hitsOf(UNITS);
        for (int hit = 0; hit < hits.count(); hit++) {
            int first = FIRST.wholeEnd(text, hits.start(hit));
            int end = first < 0 ? -1 : more(text, first);
            int start = end < 0 ? -1 : BEFORE.wholeStart(text, hits.start(hit));
            boolean isLetter = end == first && hits.end(hit) == hits.start(hit) + 1;
            if ((start >= 0 && !(isLetter && Character.isLowerCase(text.charAt(hits.start(hit))))) || end > first) {
                int city = CITY.wholeEnd(text, end);
                found.at(start >= 0 ? start : hits.start(hit), Math.max(end, city), SCORE);
            }
        }
    }

    /** The end of the units that follow one that ends at {@code first}. */
    private static int more(String text, int first) {
        int end = first;
        for (int units = 1; units < MOST; units++) {
            int next = NEXT.wholeEnd(text, end);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end;
    }
}
