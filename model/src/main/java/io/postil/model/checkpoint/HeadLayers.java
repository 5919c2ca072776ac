package io.postil.model.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * What stands on top of an encoder.
 *
 * @param pooling how the tokens' vectors become one
 * @param dense what stands before the classifier
 * @param dropout before the classifier, in training
 * @param classifier the module that answers with labels
 */
public record HeadLayers(Pooling pooling, Optional<Dense> dense, double dropout, String classifier) {

    /** How the vectors of an input's tokens become one. */
    public enum Pooling {
        /** Each token keeps its own. */
        NONE,
        /** The first token's. */
        FIRST,
        /** The mean over all tokens. */
        MEAN
    }

    /**
     * A linear layer of the encoder's width, its activation, and perhaps a norm.
     *
     * @param dropout before the layer, in training
     * @param norm after the activation
     */
    public record Dense(String module, boolean bias, double dropout, Activation activation, Optional<Norm> norm) {}

    /** Layer normalisation. */
    public record Norm(String module, boolean bias, double epsilon) {}

    /** A classifier over each token's own vector. */
    static HeadLayers tokens(double dropout) {
        return new HeadLayers(Pooling.NONE, Optional.empty(), dropout, "classifier");
    }

    List<Encoder.Slot> slots(int hidden, int labels) {
        Slots slots = new Slots();
        dense.ifPresent(layer -> {
            slots.linear(layer.module(), hidden, hidden, layer.bias());
            layer.norm().ifPresent(norm -> slots.norm(norm.module(), hidden, norm.bias()));
        });
        return slots.linear(classifier, labels, hidden).list();
    }
}
