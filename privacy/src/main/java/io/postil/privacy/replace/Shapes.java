package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Types;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what a model found can be what it says: digits that no telephone has, ages of machines, rooms that are no address. */
final class Shapes {
    private static final Pattern IN_THOUSANDS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3}){1,4}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,2}\\.[0-9]{2}");
    private static final Pattern RANGE = Pattern.compile("[0-9]{1,3} ?\\p{L}{1,3} ?[0-9]{1,3}");
    /** A French pronoun before its verb: {@code j'arrive}. */
    private static final Pattern ELIDED = Pattern.compile("(?:[jcnts]|qu)['\u2019]\\p{Ll}");
    /** Between a title and a name; whoever is addressed by a title alone is not named. */
    private static final Pattern BEFORE_NAME = Pattern.compile("\\.? ?[\\p{L}\"\u201e\u00ab]");

    /** {@code 12 Zeichen}, {@code 30 ngày}: a number of things. */
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}(?: \\p{L}+)?[.,]?");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    /** Right after a number that is no age, without accents. */
    private static final Set<String> UNITS = Set.of("""
                    grad degrees degres grados gradi \u0111o cm mm km kg mg ml gb mb min mins minutes minuten minutos
                    minuti phut hours heures stunden horas ore gio days jours tage tagen dias giorni ngay weeks semaines
                    wochen semanas settimane tuan months mois monate monaten meses mesi thang euro euros eur dollars
                    \u0111ong punkte points puntos punti cau questions fragen preguntas domande seiten pages paginas
                    pagine trang uhr pm
                    """.strip().split("\\s+"));
    /** What has a number and is no address, without accents. */
    private static final Set<String> ROOMS = Set.of("""
                    room gate hall door desk bay locker seat row aisle shelf platform ward counter rack page ticket
                    floor salle porte quai bureau guichet casier etage amphi raum tor gleis halle schalter zimmer spind
                    tur stock saal aula sala puerta anden ventanilla taquilla planta porta binario sportello armadietto
                    piano phong cua quay ke tang tu ma
                    """.strip().split("\\s+"));

    private static final int MOST_YEARS = 120;
    private static final int UNIT_REACH = 12;
    private static final int MOST_DIGITS_ALONE = 6;

    private Shapes() {}

    static boolean fits(Finding finding, String text) {
        var found = text.substring(finding.start(), finding.end());
        return switch (finding.type()) {
            case Types.PHONE -> mayBePhone(found);
            case Types.DATE -> mayBeDate(found);
            case "AGE" -> mayBeAge(found, text, finding.end());
            case Types.ADDRESS -> mayBeAddress(found);
            case Types.PERSON, Types.LOCATION ->
                (found.length() > 1 || !Character.isLowerCase(found.charAt(0)))
                        && !ELIDED.matcher(found).lookingAt();
            case "TITLE" ->
                BEFORE_NAME
                        .matcher(text.substring(finding.end(), Math.min(text.length(), finding.end() + 3)))
                        .lookingAt();
            default -> true;
        };
    }

    /** No run of digits is longer than a year, or as long and none: {@code 1187/2021} is a number of a file. */
    private static boolean mayBeDate(String found) {
        boolean isCount = COUNT.matcher(found).matches() || RANGE.matcher(found).matches();
        if (DECIMAL.matcher(found).matches() || (isCount && !hasMonth(found))) {
            return false;
        }
        int start = 0;
        for (int at = 0; at <= found.length(); at++) {
            if (at < found.length() && Character.isDigit(found.charAt(at))) {
                continue;
            }
            boolean isYear = at - start == 4
                    && "12".indexOf(found.charAt(start)) >= 0
                    && "90".indexOf(found.charAt(start + 1)) >= 0;
            boolean isCompact = at - start == 8 || at - start == 6;
            if (at - start > 2 && !isYear && !isCompact) {
                return false;
            }
            start = at + 1;
        }
        return true;
    }

    private static boolean hasMonth(String found) {
        return NO_LETTERS.splitAsStream(found).anyMatch(word -> MonthNames.of(word)
                .isPresent());
    }

    /** Six digits, no decimals, no dots between thousands, and no letter right beside one; or words alone, as numbers are spelled out. */
    private static boolean mayBePhone(String found) {
        int digits = 0;
        int letters = 0;
        boolean isMixed = found.indexOf(',') >= 0;
        for (int i = 0; i < found.length(); i++) {
            digits += Character.isDigit(found.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(found.charAt(i)) ? 1 : 0;
            isMixed |= i > 0 && areLetterAndDigit(found.charAt(i - 1), found.charAt(i));
        }
        return (digits >= 6 && !isMixed && !IN_THOUSANDS.matcher(found).matches()) || (digits == 0 && letters > 6);
    }

    private static boolean areLetterAndDigit(char one, char other) {
        return (Character.isLetter(one) && Character.isDigit(other))
                || (Character.isDigit(one) && Character.isLetter(other));
    }

    /** So many years as somebody lives, with no other unit after them. */
    private static boolean mayBeAge(String found, String text, int end) {
        var digits = NO_DIGITS.matcher(found).replaceAll("");
        if (!digits.isEmpty() && (digits.length() > 3 || Integer.parseInt(digits) > MOST_YEARS)) {
            return false;
        }
        var after = text.substring(end, Math.min(text.length(), end + UNIT_REACH));
        var stripped = after.stripLeading();
        boolean isSign = !stripped.isEmpty() && "%\u00b0\u20ac$\u00a3".indexOf(stripped.charAt(0)) >= 0;
        var words = WordRuns.of(after);
        return !isSign && (words.count() == 0 || !UNITS.contains(words.word(0).folded()));
    }

    /** No code of letters and digits alone, and no room by its number. */
    private static boolean mayBeAddress(String found) {
        var words = WordRuns.of(found);
        int named = 0;
        int rooms = 0;
        for (int i = 0; i < words.count(); i++) {
            var word = words.word(i).folded();
            boolean isWord = word.length() > 2 && word.chars().allMatch(Character::isLetter);
            boolean isRoom = ROOMS.contains(word);
            rooms += isRoom ? 1 : 0;
            named += isWord && !isRoom ? 1 : 0;
        }
        long digits = found.chars().filter(Character::isDigit).count();
        return named > 0 || (rooms == 0 && digits <= MOST_DIGITS_ALONE);
    }
}
