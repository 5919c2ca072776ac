package io.postil.trainer.parts;

import io.postil.model.data.Split;
import io.postil.model.train.TrainingItem;
import java.util.List;

/** Old items, which every run learns from beside the new, so that what was known is not forgotten. */
public interface ReplayData {

    /** The items of a task in one split; none for a task that it does not know. */
    List<TrainingItem> items(String task, Split split);
}
