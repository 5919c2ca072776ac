package io.postil.model.train;

import io.postil.model.Input;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chooses the older items that are trained on again beside the corrections, so that the model does not forget. */
public final class Replay {

    private Replay() {}

    /**
     * Items of each label in turn until there are enough: rare labels come whole, frequent ones in part. Items with spans go by
     * the set of their types. An item whose text has been corrected is left out, whatever its case, blanks and form of letters.
     *
     * @param most the most items
     * @param seed which of them; the same seed gives the same
     */
    public static List<TrainingItem> choose(
            List<? extends TrainingItem> older, List<? extends TrainingItem> corrections, int most, long seed) {
        Set<Input> corrected =
                corrections.stream().map(item -> normalised(item.input())).collect(Collectors.toSet());
        List<TrainingItem> standing = new ArrayList<>(older);
        standing.removeIf(item -> corrected.contains(normalised(item.input())));
        Collections.shuffle(standing, new Random(seed));
        return inTurn(standing, most);
    }

    private static List<TrainingItem> inTurn(List<TrainingItem> items, int most) {
        Map<String, Deque<TrainingItem>> byKind = new TreeMap<>();
        items.forEach(item ->
                byKind.computeIfAbsent(kind(item), kind -> new ArrayDeque<>()).add(item));
        List<TrainingItem> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(most, items.size())) {
            byKind.values().stream()
                    .filter(kind -> !kind.isEmpty())
                    .limit(most - chosen.size())
                    .forEach(kind -> chosen.add(kind.removeFirst()));
        }
        return chosen;
    }

    private static String kind(TrainingItem item) {
        if (item instanceof TrainingItem.Spanned spanned) {
            return spanned.spans().stream()
                    .map(TrainingItem.Gold::type)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("+"));
        }
        return ((TrainingItem.Labelled) item).label();
    }

    private static Input normalised(Input input) {
        return new Input(normalised(input.text()), input.textPair().map(Replay::normalised));
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
