package io.postil.privacy.rules;

import java.util.stream.Collectors;

/** Dates with a month's name, in English, French, German, Spanish, Italian, Portuguese, Dutch or Vietnamese. */
final class SpelledDates {
    static final Words MONTHS = Words.of(
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
    private static final String MONTH = "(?:" + String.join("|", MONTHS.all()) + ")";
    /** Without the Vietnamese word for a day: {@code 30 ngay} is a month's time. */
    /** With a dot that ends no sentence. */
    private static final String SHORT = MONTHS.all().stream()
            .filter(month -> month.length() < 4 || month.equals("sept"))
            .collect(Collectors.joining("|"));

    private static final String NAMED = MONTH.replace("|ngay", "");

    private static final String YEAR = "(?:[ -]?,? ?(?:de |del |')?[0-9]{2,4})?";
    private static final LinearPattern DAY_FIRST =
            LinearPattern.of("[0-9]{1,2}(?:er|st|nd|rd|th|\\.|o)?[ -]+(?:of |de |d'|di )?" + NAMED + "\\.?" + YEAR);
    private static final LinearPattern MONTH_FIRST = LinearPattern.of(
            "(?:" + NAMED + "[ -]|(?:" + SHORT + ")\\.[ -])[ -]*(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?");
    private static final LinearPattern VIETNAMESE =
            LinearPattern.of("ngay [0-9]{1,2} thang [0-9]{1,2}(?: nam [0-9]{4})?");
    /** More than stands between a day and its month. */
    private static final int REACH = 12;

    private SpelledDates() {}

    /** Takes {@code [start, end)} of a date. */
    @FunctionalInterface
    interface Place {
        void at(int start, int end);
    }

    static void forEach(Reading reading, Place place) {
        var lower = reading.lower();
        var months = reading.hitsOf(MONTHS);
        for (int month = 0; month < months.count(); month++) {
            int start = months.start(month);
            int end = Math.max(MONTH_FIRST.wholeEnd(lower, start), VIETNAMESE.wholeEnd(lower, start));
            if (end >= 0) {
                place.at(start, end);
            }
            int day = dayBefore(reading.digits(), start);
            int dayEnd = day < 0 || Reading.isInside(lower, day) ? -1 : DAY_FIRST.wholeEnd(lower, day);
            if (dayEnd > start) {
                place.at(day, dayEnd);
            }
        }
    }

    /** Where the last group of digits begins that ends before {@code month}, or -1. */
    private static int dayBefore(DigitGroups digits, int month) {
        int group = digits.lastBefore(month);
        return group >= 0 && month - digits.end(group) <= REACH ? digits.start(group) : -1;
    }
}
