package io.postil.privacy.replace;

import io.postil.privacy.Folded;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of months; a list of twelve for each language, the first that knows a name says which. */
final class MonthNames {
    private static final List<List<String>> LANGUAGES = List.of(
            list("January February March April May June July August September October November December"),
            list("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
            list("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
            list("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
            list("janv févr mars avr mai juin juil août sept oct nov déc"),
            list("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
            list("Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
            list("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
            list("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
            list("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
            list("januari februari maart april mei juni juli augustus september oktober november december"));

    private MonthNames() {}

    /**
     * A month by its name.
     *
     * @param number 1 to 12
     */
    record Name(int number, List<String> language, String written) {

        /** Another month's name in the same language and case. */
        String other(int month) {
            var name = language.get(month - 1);
            if (written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT))) {
                return name.toUpperCase(Locale.ROOT);
            }
            boolean isCapital = Character.isUpperCase(written.charAt(0));
            var first = name.substring(0, 1);
            return (isCapital ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT)) + name.substring(1);
        }
    }

    static Optional<Name> of(String word) {
        var folded = Folded.of(word);
        for (List<String> language : LANGUAGES) {
            for (int month = 1; month <= language.size(); month++) {
                if (Folded.of(language.get(month - 1)).equals(folded)) {
                    return Optional.of(new Name(month, language, word));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> list(String names) {
        return Arrays.asList(names.split(" "));
    }
}
