package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.ArrayList;
import java.util.List;

/**
 * BERT as transformers has it: absolute positions, post-layer normalisation.
 *
 * @param dropout of hidden states; of attention probabilities: {@code attentionDropout}; both in training only
 */
public record BertEncoder(
        int vocabulary,
        int hiddenSize,
        int layers,
        int heads,
        int intermediateSize,
        Activation activation,
        double layerNormEpsilon,
        int maxTokens,
        int tokenTypes,
        int padTokenId,
        double dropout,
        double attentionDropout)
        implements Encoder {

    @Override
    public String prefix() {
        return "bert.";
    }

    @Override
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot("embeddings.word_embeddings.weight", Shape.of(vocabulary, hiddenSize)));
        slots.add(new Slot("embeddings.position_embeddings.weight", Shape.of(maxTokens, hiddenSize)));
        slots.add(new Slot("embeddings.token_type_embeddings.weight", Shape.of(tokenTypes, hiddenSize)));
        norm(slots, "embeddings.LayerNorm");
        for (int i = 0; i < layers; i++) {
            layer(slots, "encoder.layer." + i);
        }
        return List.copyOf(slots);
    }

    @Override
    public List<Slot> headSlots(Head head, int labels) {
        List<Slot> slots = new ArrayList<>();
        if (head == Head.SEQUENCE) {
            linear(slots, "pooler.dense", hiddenSize, hiddenSize);
        }
        linear(slots, "classifier", labels, hiddenSize);
        return List.copyOf(slots);
    }

    private void layer(List<Slot> slots, String name) {
        for (String part : List.of("query", "key", "value")) {
            linear(slots, name + ".attention.self." + part, hiddenSize, hiddenSize);
        }
        linear(slots, name + ".attention.output.dense", hiddenSize, hiddenSize);
        norm(slots, name + ".attention.output.LayerNorm");
        linear(slots, name + ".intermediate.dense", intermediateSize, hiddenSize);
        linear(slots, name + ".output.dense", hiddenSize, intermediateSize);
        norm(slots, name + ".output.LayerNorm");
    }

    private static void linear(List<Slot> slots, String name, int out, int in) {
        slots.add(new Slot(name + ".weight", Shape.of(out, in)));
        slots.add(new Slot(name + ".bias", Shape.of(out)));
    }

    private void norm(List<Slot> slots, String name) {
        slots.add(new Slot(name + ".weight", Shape.of(hiddenSize)));
        slots.add(new Slot(name + ".bias", Shape.of(hiddenSize)));
    }
}
