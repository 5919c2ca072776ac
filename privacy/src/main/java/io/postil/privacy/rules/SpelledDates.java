package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import java.util.List;

/** Dates with a month's name, in English, French, German, Spanish, Italian, Portuguese, Dutch or Vietnamese. */
final class SpelledDates {
    private static final Words MONTHS = Words.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sept",
            "sep",
            "oct",
            "nov",
            "dec",
            "janvier",
            "janv",
            "fevrier",
            "fevr",
            "mars",
            "avril",
            "avr",
            "mai",
            "juin",
            "juillet",
            "juil",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "januar",
            "februar",
            "marz",
            "maerz",
            "juni",
            "juli",
            "oktober",
            "okt",
            "dezember",
            "dez",
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "setiembre",
            "octubre",
            "noviembre",
            "diciembre",
            "ene",
            "abr",
            "ago",
            "dic",
            "gennaio",
            "febbraio",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "settembre",
            "ottobre",
            "dicembre",
            "janeiro",
            "fevereiro",
            "marco",
            "maio",
            "junho",
            "julho",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
            "januari",
            "februari",
            "maart",
            "mei",
            "augustus",
            "ngay");
    private static final String MONTH = "(?:" + String.join("|", MONTHS.all()) + ")\\b\\.?";
    private static final String YEAR = "(?:,? ?(?:de |del |')?[0-9]{2,4}\\b)";
    private static final List<Pattern> SPELLED = List.of(
            pattern("[0-9]{1,2}(?:er|st|nd|rd|th|\\.|o)?[ -]+(?:of |de |d'|di )?" + MONTH + "(?:[ -]" + YEAR + "|"
                    + YEAR + ")?"),
            pattern(MONTH + "[ -]+(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?\\b(?:,? [0-9]{4}\\b)?"),
            pattern("ngay [0-9]{1,2} thang [0-9]{1,2}(?: nam [0-9]{4})?"));
    /** More than a date has before its month, or from the beginning of its month on. */
    private static final int REACH = 40;

    private SpelledDates() {}

    /** Takes {@code [start, end)} of a date. */
    @FunctionalInterface
    interface Place {
        void at(int start, int end);
    }

    static void forEach(Reading reading, Place place) {
        var lower = reading.lower();
        for (Zones.Zone zone :
                Zones.around(reading.positionsOf(MONTHS), REACH, lower.length()).all()) {
            var part = lower.substring(zone.start(), zone.end());
            for (Pattern pattern : SPELLED) {
                var matcher = pattern.matcher(part);
                while (matcher.find()) {
                    place.at(zone.start() + matcher.start(), zone.start() + matcher.end());
                }
            }
        }
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile("\\b" + pattern);
    }
}
