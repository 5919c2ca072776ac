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
 * @param forgotten examples of conversations that were forgotten since the last run, deleted
 */
public record RunData(ReplayData replay, List<Corrected> corrected, int unreadable, int forgotten) {

    public RunData {
        corrected = List.copyOf(corrected);
    }

    /** Where nothing was forgotten. */
    public RunData(ReplayData replay, List<Corrected> corrected, int unreadable) {
        this(replay, corrected, unreadable, 0);
    }

    RunData forgot(int examples) {
        return new RunData(replay, corrected, unreadable, examples);
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
