package io.postil.model.train;

import io.postil.model.Field;
import io.postil.model.Input;
import java.util.List;

/** An input with what the model should have answered. */
public sealed interface TrainingItem {

    Input input();

    /** One label for the whole input. */
    record Labelled(Input input, String label) implements TrainingItem {}

    /** Spans of the input, disjoint within a field. */
    record Spanned(Input input, List<Gold> spans) implements TrainingItem {
        public Spanned {
            spans = List.copyOf(spans);
        }
    }

    /** A span as it should be found. Offsets are UTF-16 code units, end exclusive. */
    record Gold(Field field, String type, int start, int end) {}
}
