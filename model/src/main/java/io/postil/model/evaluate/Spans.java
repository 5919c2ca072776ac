package io.postil.model.evaluate;

import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.BitSet;
import java.util.List;

/** Spans of an input as chunks of one line: those of the pair lie behind the text. */
final class Spans {

    private Spans() {}

    static List<Chunk> of(TrainingItem.Spanned gold) {
        return gold.spans().stream()
                .map(span -> chunk(gold.input(), span.field(), span.type(), span.start(), span.end()))
                .toList();
    }

    static List<Chunk> of(Input input, Prediction.Tagged predicted) {
        return predicted.entities().stream().map(entity -> chunk(input, entity)).toList();
    }

    /** Code units of gold spans that no predicted span covers, whatever its type: what masking would let through. */
    static int leaked(List<Chunk> gold, List<Chunk> predicted) {
        BitSet leaked = new BitSet();
        gold.forEach(chunk -> leaked.set(chunk.start(), chunk.end()));
        predicted.forEach(chunk -> leaked.clear(chunk.start(), chunk.end()));
        return leaked.cardinality();
    }

    private static Chunk chunk(Input input, Entity entity) {
        return chunk(input, entity.field(), entity.type(), entity.start(), entity.end());
    }

    private static Chunk chunk(Input input, Field field, String type, int start, int end) {
        int shift = field == Field.TEXT ? 0 : input.text().length() + 1;
        return new Chunk(type, start + shift, end + shift);
    }
}
