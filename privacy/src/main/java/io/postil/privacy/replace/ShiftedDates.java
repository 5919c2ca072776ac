package io.postil.privacy.replace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves dates by a number of days and writes them as they were written: {@code 3 février 2030} becomes {@code 10 février 2030}. A time of
 * day stays. What would not come back as it was is not moved.
 */
final class ShiftedDates {
    private static final Pattern DIGITS = Pattern.compile(
            "(?<a>\\d{1,4})(?<s>[-/. _]| [-/] |\\. )(?<b>\\d{1,2})\\k<s>(?<c>\\d{1,4})(?<rest>(?:[T ,].*)?)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})(?<mid>(?:er|st|nd|rd|th|\\.|o)?[ -]+(?:of |de |d'|di )?)(?<month>\\p{L}+)"
                    + "(?<end>\\.?(?:,? ?(?:de |del )?|[ -]))(?<year>\\d{4})?(?<rest>(?:[T ,].*)?)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<month>\\p{L}+)(?<mid>\\.?[ -]+(?:the )?)(?<day>\\d{1,2})"
                    + "(?<end>(?:st|nd|rd|th)?(?:,? )?)(?<year>\\d{4})?(?<rest>(?:[T ,].*)?)");
    /** Of a date without a year: one with a 29 February. */
    private static final int ANY_YEAR = 2000;

    private final int days;
    private final boolean monthFirst;

    ShiftedDates(int days, boolean monthFirst) {
        this.days = days;
        this.monthFirst = monthFirst;
    }

    /** The date moved; nothing where it is not understood, or could not be moved back. */
    Optional<String> shifted(String date) {
        return moved(date, days)
                .filter(there -> moved(there, -days).filter(date::equals).isPresent());
    }

    /** The date moved back. */
    Optional<String> back(String date) {
        return moved(date, -days);
    }

    private Optional<String> moved(String date, int by) {
        try {
            var digits = DIGITS.matcher(date);
            if (digits.matches()) {
                return Optional.of(inDigits(digits, by));
            }
            var dayFirst = DAY_FIRST.matcher(date);
            if (dayFirst.matches()) {
                return spelled(dayFirst, by, true);
            }
            var named = MONTH_FIRST.matcher(date);
            return named.matches() ? spelled(named, by, false) : Optional.empty();
        } catch (DateTimeException e) {
            // No such day: it is not moved.
            return Optional.empty();
        }
    }

    private String inDigits(Matcher date, int by) {
        boolean isYearFirst = date.group("a").length() > 2;
        var year = isYearFirst ? date.group("a") : date.group("c");
        int one = Integer.parseInt(isYearFirst ? date.group("b") : date.group("a"));
        int other = Integer.parseInt(isYearFirst ? date.group("c") : date.group("b"));
        boolean isMonthFirst = isYearFirst || (one <= 12 && (other > 12 || monthFirst));
        var moved = LocalDate.of(full(year), isMonthFirst ? one : other, isMonthFirst ? other : one)
                .plusDays(by);
        boolean isPadded = (date.group("a") + date.group("s") + date.group("b") + date.group("s") + date.group("c"))
                .matches("(?:\\d\\d+\\D+){2}\\d\\d+");
        var month = number(moved.getMonthValue(), isPadded);
        var day = number(moved.getDayOfMonth(), isPadded);
        var parts = isMonthFirst ? month + date.group("s") + day : day + date.group("s") + month;
        var writtenYear = written(moved.getYear(), year);
        return (isYearFirst ? writtenYear + date.group("s") + parts : parts + date.group("s") + writtenYear)
                + date.group("rest");
    }

    private static Optional<String> spelled(Matcher date, int by, boolean isDayFirst) {
        var year = date.group("year");
        var day = date.group("day");
        return MonthNames.of(date.group("month")).map(month -> {
            var moved = LocalDate.of(year == null ? ANY_YEAR : full(year), month.number(), Integer.parseInt(day))
                    .plusDays(by);
            var newDay = number(moved.getDayOfMonth(), day.startsWith("0"));
            var newMonth = month.other(moved.getMonthValue());
            return (isDayFirst
                            ? newDay + ordinal(date.group("mid"), moved) + newMonth + date.group("end")
                            : newMonth + date.group("mid") + newDay + ordinal(date.group("end"), moved))
                    + (year == null ? "" : written(moved.getYear(), year))
                    + date.group("rest");
        });
    }

    /** English ordinals follow their number. */
    private static String ordinal(String after, LocalDate date) {
        if (after.length() < 2 || !"st nd rd th".contains(after.substring(0, 2)) || after.charAt(0) == ' ') {
            return after;
        }
        int day = date.getDayOfMonth();
        var sign = day / 10 == 1
                ? "th"
                : switch (day % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return sign + after.substring(2);
    }

    private static int full(String year) {
        return year.length() == 4 ? Integer.parseInt(year) : ANY_YEAR + Integer.parseInt(year);
    }

    private static String written(int year, String like) {
        return like.length() == 4 ? number(year, false) : number(year % 100, true);
    }

    private static String number(int value, boolean isPadded) {
        return isPadded && value < 10 ? "0" + value : String.valueOf(value);
    }
}
