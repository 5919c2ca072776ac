package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.ArrayList;
import java.util.List;

/** Dates in digits or with a month's name, in English, French, German, Spanish, Italian, Portuguese, Dutch or Vietnamese. */
final class DateRule implements Rule {
    static final Words BIRTH = Words.of(
            "born",
            "birth",
            "dob",
            "d.o.b",
            "bday",
            "ne le",
            "nee le",
            "ne(e)",
            "naissance",
            "anniversaire",
            "geboren",
            "geburtsdatum",
            "geburtstag",
            "geb.",
            "nacido",
            "nacida",
            "nacimiento",
            "nato",
            "nata",
            "nascita",
            "nascido",
            "nascimento",
            "geboortedatum",
            "sinh ngay",
            "ngay sinh",
            "sinh nhat");

    private static final LinearPattern TIME =
            LinearPattern.of("(?:t|,? (?:at |a )?)[0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?(?:\\.[0-9]{1,9})?z?");

    private final boolean ofBirth;

    private DateRule(boolean ofBirth) {
        this.ofBirth = ofBirth;
    }

    static Rule any() {
        return new DateRule(false);
    }

    static Rule ofBirth() {
        return new DateRule(true);
    }

    @Override
    public String name() {
        return ofBirth ? "birth-date" : "date";
    }

    @Override
    public String type() {
        return ofBirth ? Types.BIRTH_DATE : Types.DATE;
    }

    @Override
    public String about() {
        return ofBirth
                ? "dates beside a word for birth"
                : "dates in digits or with a month's name in eight languages, with a time of day after them";
    }

    @Override
    public List<Words> words() {
        return List.of(BIRTH, SpelledDates.MONTHS, IpRule.VERSIONS);
    }

    @Override
    public void find(Reading reading, Found found) {
        for (Zones.Zone date : reading.dates()) {
            if (!ofBirth || BIRTH.areNear(reading, date.start(), date.end())) {
                found.at(date.start(), date.end(), ofBirth ? 0.9 : 0.7);
            }
        }
    }

    static List<Zones.Zone> datesIn(Reading reading) {
        var dates = new ArrayList<Zones.Zone>();
        var digits = reading.digits();
        for (int group = 0; group + 2 < digits.count(); group++) {
            if (digits.isJoined(group) && digits.isJoined(group + 1)) {
                var numeral = new Numeral(reading, group, group + 2);
                if (Dates.isDate(numeral) && !numeral.touchesLetterBefore() && !isVersion(numeral)) {
                    dates.add(new Zones.Zone(numeral.start(), withTime(reading.lower(), numeral.end())));
                }
            }
        }
        SpelledDates.forEach(reading, (start, end) -> dates.add(new Zones.Zone(start, withTime(reading.lower(), end))));
        return dates;
    }

    /** {@code release 2024.3.1} */
    private static boolean isVersion(Numeral numeral) {
        return numeral.separator(0).equals(".") && IpRule.VERSIONS.areBefore(numeral.reading(), numeral.start());
    }

    private static int withTime(String text, int end) {
        return Math.max(end, TIME.end(text, end));
    }
}
