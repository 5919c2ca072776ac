package io.postil.starter.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks the NLI data set and counts labels, and negated hypotheses by label: those should not give the label away. */
final class NliReport {

    private static final Pattern NEGATION = Pattern.compile(
            "(?iu)\\b(not|no|never|nobody|nothing|none|without|cannot|neither|pas|jamais|rien|aucune?|personne|sans|ni|"
                    + "plus de)\\b|n't\\b|\\bn['’e]\\b");

    private NliReport() {}

    static String of(List<NliPair> pairs) {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (NliPair pair : pairs) {
            boolean empty = pair.text().isBlank() || pair.hypothesis().isBlank();
            if (empty || !seen.add(pair.text() + "\n" + pair.hypothesis())) {
                throw new IllegalStateException("empty or repeated pair: " + pair);
            }
            String key = pair.language() + " " + pair.label();
            counts.merge(key, 1, Integer::sum);
            if (NEGATION.matcher(pair.hypothesis()).find()) {
                counts.merge(key + " negated", 1, Integer::sum);
            }
            counts.merge(key + " words", pair.hypothesis().split("\\s+").length, Integer::sum);
        }
        return "nli: " + pairs.size() + " pairs " + counts;
    }
}
