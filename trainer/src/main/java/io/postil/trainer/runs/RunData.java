package io.postil.trainer.runs;

import io.postil.model.data.Split;
import io.postil.model.train.TrainingItem;
import io.postil.schemas.Example;
import io.postil.trainer.parts.ReplayData;
import java.util.List;

/**
 * What a run learns from and measures with.
 *
 * @param replay old items
 * @param corrected examples made of corrections, new and old
 * @param unreadable examples that could not be opened, and are left out
 */
public record RunData(ReplayData replay, List<Corrected> corrected, int unreadable) {

    public RunData {
        corrected = List.copyOf(corrected);
    }

    /**
     * An example made of a correction.
     *
     * @param key of the example
     * @param item what it says, opened
     */
    public record Corrected(String key, TrainingItem item, Example example) {
        public Split split() {
            return Split.valueOf(example.getSplit().name());
        }
    }

    public List<Corrected> corrected(Split split) {
        return corrected.stream().filter(item -> item.split() == split).toList();
    }
}
