package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.List;
import java.util.Optional;

/**
 * ModernBERT as transformers has it: rotary positions, attention global in some layers and local in the others, gated linear
 * units, layer normalisation before each part.
 *
 * @param epsilon of layer normalisation
 * @param localLayers for each layer whether its attention is local
 * @param reach tokens that local attention looks to either side
 * @param dropout {@code hidden} is that within a layer
 * @see <a href="https://arxiv.org/abs/2412.13663">Warner et al. 2024</a>
 */
public record ModernBertEncoder(
        Dimensions size,
        Activation activation,
        double epsilon,
        int padTokenId,
        List<Boolean> localLayers,
        int reach,
        Rotation rotation,
        Biases biases,
        Dropouts dropout,
        double embeddingDropout,
        Classifying classifying)
        implements Encoder {

    /** The bases of the rotations' wave lengths. */
    public record Rotation(double globalBase, double localBase) {}

    /** Which layers have a bias. */
    public record Biases(boolean attention, boolean gated, boolean norm, boolean head) {}

    /** What the head does. */
    public record Classifying(HeadLayers.Pooling pooling, Activation activation, double dropout) {}

    public ModernBertEncoder {
        localLayers = List.copyOf(localLayers);
    }

    @Override
    public int maxTokens() {
        return size.positions();
    }

    @Override
    public int limit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String prefix() {
        return "model.";
    }

    @Override
    public List<String> headModules() {
        return List.of("classifier", "head");
    }

    @Override
    public List<String> languageModel() {
        return List.of("head.", "decoder.");
    }

    @Override
    public List<String> queriesAndValues() {
        return List.of("Wqkv");
    }

    @Override
    public List<Slot> slots() {
        Slots slots = new Slots()
                .embedding("embeddings.tok_embeddings", size.vocabulary(), size.hidden())
                .norm("embeddings.norm", size.hidden(), biases.norm());
        for (int i = 0; i < size.layers(); i++) {
            layer(slots, i);
        }
        return slots.norm("final_norm", size.hidden(), biases.norm()).list();
    }

    private void layer(Slots slots, int layer) {
        String name = "layers." + layer;
        int hidden = size.hidden();
        if (layer > 0) {
            slots.norm(name + ".attn_norm", hidden, biases.norm());
        }
        slots.linear(name + ".attn.Wqkv", 3 * hidden, hidden, biases.attention())
                .linear(name + ".attn.Wo", hidden, hidden, biases.attention())
                .norm(name + ".mlp_norm", hidden, biases.norm())
                .linear(name + ".mlp.Wi", 2 * size.intermediate(), hidden, biases.gated())
                .linear(name + ".mlp.Wo", hidden, size.intermediate(), biases.gated());
    }

    @Override
    public HeadLayers layers(Head head) {
        var norm = new HeadLayers.Norm("head.norm", biases.norm(), epsilon);
        var dense = new HeadLayers.Dense("head.dense", biases.head(), 0, classifying.activation(), Optional.of(norm));
        return new HeadLayers(
                head == Head.TOKENS ? HeadLayers.Pooling.NONE : classifying.pooling(),
                Optional.of(dense),
                classifying.dropout(),
                "classifier");
    }
}
