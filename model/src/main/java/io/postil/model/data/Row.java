package io.postil.model.data;

import io.postil.model.train.TrainingItem;
import java.util.Optional;

/**
 * One labelled input of a file.
 *
 * @param language as the file says, two letters as a rule
 */
public record Row(TrainingItem item, Optional<String> conversation, Optional<String> language) {

    /** By conversation; where the file names none, by text, so that a repeat never stands on both sides. */
    public Split split() {
        return Split.of(conversation.orElseGet(() -> item.input().text()));
    }
}
