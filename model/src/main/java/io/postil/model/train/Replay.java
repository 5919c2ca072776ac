package io.postil.model.train;

import io.postil.model.Input;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the older items that are trained on again beside the corrections, so that the model does not forget. */
public final class Replay {

    private Replay() {}

    /**
     * Items drawn at random, so that labels stay as frequent as they are: a choice that balances them shifts what the model
     * takes for usual. An item whose text has been corrected is left out, whatever its case, blanks and form of letters.
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
        return List.copyOf(standing.subList(0, Math.min(most, standing.size())));
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
