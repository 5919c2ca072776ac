package io.postil.starter.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Random;

/** Calendar dates: always a day number and a month, sometimes a weekday before and a year after; never an article. */
final class DateValues {

    private DateValues() {}

    static String value(String language, String form, Random random) {
        boolean birth = form.equals("birth");
        int year = birth ? 1938 + random.nextInt(72) : 2015 + random.nextInt(14);
        LocalDate date = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        boolean numbers = random.nextInt(100) < (birth ? 55 : 30);
        if (form.equals("year")) {
            return String.valueOf(1920 + random.nextInt(90));
        }
        String written = numbers ? numeric(date, language, random) : spelled(date, language, birth, random);
        return random.nextInt(100) < 10 ? written.toLowerCase(Locale.ROOT) : written;
    }

    private static String spelled(LocalDate date, String language, boolean birth, Random random) {
        boolean year = birth || random.nextInt(100) < 60;
        return switch (language) {
            case "fr" -> french(date, birth, random);
            case "de" -> named(date, Locale.GERMAN, ". ", year ? " " : "");
            case "es" -> named(date, Locale.forLanguageTag("es"), " de ", year ? " de " : "");
            case "it" -> named(date, Locale.ITALIAN, " ", year ? " " : "");
            case "vi" ->
                date.getDayOfMonth() + " th\u00e1ng " + date.getMonthValue()
                        + (year ? " n\u0103m " + date.getYear() : "");
            default -> english(date, birth, random);
        };
    }

    private static String named(LocalDate date, Locale locale, String link, String beforeYear) {
        String month = date.getMonth().getDisplayName(TextStyle.FULL, locale);
        return date.getDayOfMonth() + link + month + (beforeYear.isEmpty() ? "" : beforeYear + date.getYear());
    }

    private static String numeric(LocalDate date, String language, Random random) {
        String pattern = !language.equals("en")
                ? Pick.one(
                        random,
                        "dd/MM/yyyy",
                        "dd/MM/yyyy",
                        "d/M/yyyy",
                        "dd.MM.yyyy",
                        "dd-MM-yyyy",
                        "dd/MM/yy",
                        "yyyy-MM-dd",
                        "dd/MM",
                        "dd MM yyyy")
                : Pick.one(
                        random,
                        "dd/MM/yyyy",
                        "MM/dd/yyyy",
                        "yyyy-MM-dd",
                        "d.M.yyyy",
                        "MM-dd-yyyy",
                        "M/d/yy",
                        "M/d",
                        "yyyy/MM/dd",
                        "dd-MM-yy");
        return date.format(DateTimeFormatter.ofPattern(pattern));
    }

    private static String french(LocalDate date, boolean year, Random random) {
        String day = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        String month = date.getMonth()
                .getDisplayName(random.nextInt(6) == 0 ? TextStyle.SHORT : TextStyle.FULL, Locale.FRENCH);
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH);
        String dayMonth = year || random.nextInt(100) < 45
                ? day + " " + month + " " + date.getYear()
                : day + " " + month.replace(".", "");
        return !year && random.nextInt(100) < 20 ? weekday + " " + dayMonth : dayMonth;
    }

    private static String english(LocalDate date, boolean birth, Random random) {
        boolean year = birth || random.nextInt(100) < 45;
        int day = date.getDayOfMonth();
        String ordinal = day + suffix(day);
        String month = date.getMonth()
                .getDisplayName(random.nextInt(4) == 0 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
        String weekday = date.getDayOfWeek()
                .getDisplayName(random.nextBoolean() ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
        String written =
                switch (random.nextInt(6)) {
                    case 0 -> ordinal + " of " + month + (year ? " " + date.getYear() : "");
                    case 1 -> month + " " + ordinal + (year ? ", " + date.getYear() : "");
                    case 2 -> month + " " + day + (year ? ", " + date.getYear() : "");
                    case 3 -> ordinal + " " + month + (year ? " " + date.getYear() : "");
                    case 4 -> day + "-" + month + (year ? "-" + date.getYear() : "");
                    default -> day + " " + month + (year ? " " + date.getYear() : "");
                };
        return !birth && random.nextInt(100) < 20 ? weekday + Pick.one(random, " ", ", ") + written : written;
    }

    private static String suffix(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
