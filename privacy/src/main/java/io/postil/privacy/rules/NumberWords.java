package io.postil.privacy.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words for numbers below a hundred, as people spell telephone numbers out, in English, French, German, Spanish, Italian or Vietnamese. */
final class NumberWords {
    private static final String[] UNITS = {
        "zero oh nought cero null khong o",
        "one un une eins ein uno una mot",
        "two deux zwei zwo dos due hai",
        "three trois drei tres tre ba",
        "four quatre vier cuatro quattro bon",
        "five cinq funf fuenf cinco cinque nam",
        "six sechs seis sei sau",
        "seven sept sieben siete sette bay",
        "eight huit acht ocho otto tam",
        "nine neuf neun nueve nove chin"
    };
    private static final String[] TEENS = {
        "ten dix zehn diez dieci muoi",
        "eleven onze elf once undici",
        "twelve douze zwolf doce dodici",
        "thirteen treize dreizehn trece tredici",
        "fourteen quatorze vierzehn catorce quattordici",
        "fifteen quinze funfzehn quince quindici",
        "sixteen seize sechzehn dieciseis sedici",
        "seventeen siebzehn diecisiete diciassette",
        "eighteen achtzehn dieciocho diciotto",
        "nineteen neunzehn diecinueve diciannove"
    };
    private static final String[] TENS = {
        "twenty vingt vingts zwanzig veinte venti",
        "thirty trente dreisig dreissig treinta trenta",
        "forty quarante vierzig cuarenta quaranta",
        "fifty cinquante funfzig cincuenta cinquanta",
        "sixty soixante sechzig sesenta sessanta",
        "seventy septante siebzig setenta settanta",
        "eighty huitante achtzig ochenta ottanta",
        "ninety nonante neunzig noventa novanta"
    };
    private static final List<String> GERMAN =
            List.of("ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun");
    private static final List<String> ITALIAN =
            List.of("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove");
    private static final Map<String, NumberWord> WORDS = read();

    private static Map<String, NumberWord> read() {
        var words = new HashMap<String, NumberWord>();
        add(words, UNITS, Kind.UNIT, 0, 1);
        add(words, TEENS, Kind.TEEN, 10, 1);
        add(words, TENS, Kind.TENS, 20, 10);
        for (int tens = 2; tens <= 9; tens++) {
            var names = List.of(TENS[tens - 2].split(" "));
            for (int unit = 1; unit <= 9; unit++) {
                var whole = new NumberWord(Kind.TEEN, tens * 10 + unit);
                for (String name : names) {
                    words.put(GERMAN.get(unit - 1) + "und" + name, whole);
                }
                var italian = names.get(names.size() - 1);
                var stem = unit == 1 || unit == 8 ? italian.substring(0, italian.length() - 1) : italian;
                words.put(stem + ITALIAN.get(unit - 1), whole);
            }
        }
        words.put("double", new NumberWord(Kind.TIMES, 2));
        words.put("triple", new NumberWord(Kind.TIMES, 3));
        List.of("et", "y", "and", "plus").forEach(link -> words.put(link, new NumberWord(Kind.LINK, 0)));
        return Map.copyOf(words);
    }

    /** What a word says. */
    record NumberWord(Kind kind, int value) {}

    /** How words make numbers: a unit after tens belongs to them, a unit after TIMES comes so often. */
    enum Kind {
        UNIT,
        TEEN,
        TENS,
        TIMES,
        LINK
    }

    private NumberWords() {}

    /** The number of a folded word in lower case. */
    static Optional<NumberWord> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    static Words all() {
        return Words.of(WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().kind() != Kind.LINK)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(String[]::new));
    }

    private static void add(Map<String, NumberWord> words, String[] lines, Kind kind, int first, int step) {
        for (int i = 0; i < lines.length; i++) {
            for (String word : List.of(lines[i].split(" "))) {
                words.put(word, new NumberWord(kind, first + i * step));
            }
        }
    }
}
