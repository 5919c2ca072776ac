package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds again what was found before: the whole value, and each name of a person, as whole words, in any case and without accents. A
 * name that is a word of its own too ({@code will}, {@code may}) counts with a capital only.
 */
final class Repeats {
    private static final Set<String> WITHOUT_PARTS_OR_REPEATS =
            Set.of(Types.DATE, "TIME", "DATE_TIME", "AGE", "TITLE", "NATIONALITY", "NRP", "NORP");
    private static final Set<String> WORDS_TOO = Set.copyOf(List.of(
            ("will may mark bill rose grace hope faith joy art pat rob sue drew dean frank grant jack june april "
                            + "august summer autumn dawn eve iris ivy lily olive pearl ruby chase chuck don earl gene guy harry "
                            + "jean josh lance miles nick norm page ray rich rusty skip wade ward young long short white black "
                            + "brown green gray king price stone wood woods west bush fish fox wolf bell rice cook baker hall hill "
                            + "lake park day best good low law love street banks fields rivers major pierre marin petit grand blanc "
                            + "noir roux roy leroy simple claire constant juste fleur marguerite avril boulanger berger mercier "
                            + "meunier gross klein lang kurz braun weiss schwarz koch bauer wolff fuchs vogel sommer winter stein "
                            + "berg bach blanco rubio delgado leon cruz flores rey rosa bianchi rossi hoa lan mai huong minh son "
                            + "hai nam duc dung anh")
                    .split(" ")));
    private static final double LEAST_SCORE = 0.5;
    private static final double SCORE = 0.7;
    private static final int LEAST = 3;

    private Repeats() {}

    /** Whether the words of a type's values are each found again. */
    static boolean hasParts(String type) {
        return type.equals(Types.PERSON);
    }

    /** What stands in the text of the findings' values, and of what the conversation remembers. */
    static List<Finding> find(String text, List<Finding> findings, Recollection recollection) {
        var known = known(text, findings);
        if (known.isEmpty() && recollection.isEmpty()) {
            return List.of();
        }
        var lengths = new TreeSet<>(recollection.wordCounts());
        known.keySet().forEach(key -> lengths.add(key.split(" ").length));
        var words = WordRuns.of(text);
        var found = new ArrayList<Finding>();
        for (int first = 0; first < words.count(); first++) {
            for (int count : lengths) {
                if (count > 0 && first + count <= words.count()) {
                    read(words, first, count, known, recollection).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Finding> read(
            WordRuns words, int first, int count, Map<String, String> known, Recollection recollection) {
        var key = words.key(first, count);
        if (key.length() < LEAST || (count == 1 && WORDS_TOO.contains(key) && !words.isCapital(first))) {
            return Optional.empty();
        }
        var here = Optional.ofNullable(known.get(key));
        var type = here.isPresent() || recollection.isEmpty() ? here : recollection.typeOf(key);
        var why = here.isPresent() ? "found elsewhere in the text" : "found earlier in the conversation";
        int start = words.word(first).start();
        int end = words.word(first + count - 1).end();
        return type.map(each -> new Finding(each, start, end, SCORE, Source.RULE, "repeat", why));
    }

    /** Types by the words of values that may be looked for again. */
    private static Map<String, String> known(String text, List<Finding> findings) {
        var known = new HashMap<String, String>();
        for (Finding finding : findings) {
            if (finding.score() < LEAST_SCORE || !isRepeated(finding.type())) {
                continue;
            }
            var key = WordRuns.key(text.substring(finding.start(), finding.end()));
            if (isTelling(key)) {
                known.putIfAbsent(key, finding.type());
            }
            if (hasParts(finding.type())) {
                parts(key).forEach(word -> known.putIfAbsent(word, finding.type()));
            }
        }
        return known;
    }

    static boolean isRepeated(String type) {
        return !WITHOUT_PARTS_OR_REPEATS.contains(type);
    }

    private static List<String> parts(String key) {
        return List.of(key.split(" ")).stream().filter(Recollection::isName).toList();
    }

    /** A letter and three signs, or five digits: less is found in much by chance. */
    private static boolean isTelling(String key) {
        long digits = key.chars().filter(Character::isDigit).count();
        return key.length() >= LEAST && (digits >= 5 || key.chars().anyMatch(Character::isLetter));
    }
}
