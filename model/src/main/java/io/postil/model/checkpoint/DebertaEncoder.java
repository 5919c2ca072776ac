package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DeBERTa-v2 and v3 as transformers has them, CamemBERTa among them: attention to contents and to relative positions apart.
 *
 * @param embeddingSize width of the embeddings, which a linear layer brings to the hidden size where it differs
 * @param epsilon of layer normalisation
 * @param absolutePositions whether absolute positions are added to the input
 * @param convolution beside the first layer
 * @param pooler what a sequence's head does before its classifier
 * @see <a href="https://arxiv.org/abs/2006.03654">He et al. 2020</a>
 */
public record DebertaEncoder(
        Dimensions size,
        int embeddingSize,
        Activation activation,
        double epsilon,
        int padTokenId,
        boolean absolutePositions,
        Relative relative,
        Optional<Convolution> convolution,
        Dropouts dropout,
        Pooler pooler)
        implements Encoder {

    /**
     * Relative positions in attention.
     *
     * @param used whether there are any; the scores are scaled for the two kinds below all the same
     * @param contentToPosition whether a token's content looks at positions; {@code positionToContent} the other way
     * @param sharedKeys whether positions use the projections of contents
     * @param buckets distances are counted in logarithmic buckets, so many on each side; or as they are where it is 0
     * @param farthest the distance that all larger ones count as
     * @param normed whether the positions' embeddings are normalised
     */
    public record Relative(
            boolean used,
            boolean contentToPosition,
            boolean positionToContent,
            boolean sharedKeys,
            int buckets,
            int farthest,
            boolean normed) {

        /** The embeddings on each side. */
        public int span() {
            return buckets > 0 ? buckets : farthest;
        }

        /** How many dot products make a score. */
        public int terms() {
            return 1 + (contentToPosition ? 1 : 0) + (positionToContent ? 1 : 0);
        }
    }

    /** A convolution over tokens, whose activation is added to the first layer's output. */
    public record Convolution(int kernel, int groups, Activation activation) {}

    /** What a sequence's head does; dropouts before its dense layer and before the classifier. */
    public record Pooler(Activation activation, double dropout, double classifierDropout) {}

    @Override
    public int maxTokens() {
        return size.positions();
    }

    @Override
    public int limit() {
        return absolutePositions ? maxTokens() : Integer.MAX_VALUE;
    }

    @Override
    public String prefix() {
        return "deberta.";
    }

    @Override
    public List<String> headModules() {
        return List.of("classifier", "pooler");
    }

    @Override
    public List<String> languageModel() {
        return List.of("cls.", "lm_predictions.", "mask_predictions.");
    }

    @Override
    public List<String> queriesAndValues() {
        return List.of("query_proj", "value_proj");
    }

    @Override
    public List<Slot> slots() {
        Slots slots = new Slots();
        embeddings(slots);
        for (int i = 0; i < size.layers(); i++) {
            layer(slots, "encoder.layer." + i);
        }
        if (relative.used()) {
            slots.embedding("encoder.rel_embeddings", 2 * relative.span(), size.hidden());
        }
        if (relative.normed()) {
            slots.norm("encoder.LayerNorm", size.hidden());
        }
        convolution.ifPresent(conv -> {
            slots.tensor("encoder.conv.conv.weight", size.hidden(), size.hidden() / conv.groups(), conv.kernel());
            slots.tensor("encoder.conv.conv.bias", size.hidden()).norm("encoder.conv.LayerNorm", size.hidden());
        });
        return slots.list();
    }

    private void embeddings(Slots slots) {
        slots.embedding("embeddings.word_embeddings", size.vocabulary(), embeddingSize);
        if (absolutePositions) {
            slots.embedding("embeddings.position_embeddings", size.positions(), embeddingSize);
        }
        if (size.tokenTypes() > 0) {
            slots.embedding("embeddings.token_type_embeddings", size.tokenTypes(), embeddingSize);
        }
        if (embeddingSize != size.hidden()) {
            slots.linear("embeddings.embed_proj", size.hidden(), embeddingSize, false);
        }
        slots.norm("embeddings.LayerNorm", size.hidden());
    }

    private void layer(Slots slots, String name) {
        int hidden = size.hidden();
        for (String part : projections()) {
            slots.linear(name + ".attention.self." + part, hidden, hidden);
        }
        slots.linear(name + ".attention.output.dense", hidden, hidden)
                .norm(name + ".attention.output.LayerNorm", hidden)
                .linear(name + ".intermediate.dense", size.intermediate(), hidden)
                .linear(name + ".output.dense", hidden, size.intermediate())
                .norm(name + ".output.LayerNorm", hidden);
    }

    private List<String> projections() {
        List<String> names = new ArrayList<>(List.of("query_proj", "key_proj", "value_proj"));
        if (relative.used() && !relative.sharedKeys() && relative.contentToPosition()) {
            names.add("pos_key_proj");
        }
        if (relative.used() && !relative.sharedKeys() && relative.positionToContent()) {
            names.add("pos_query_proj");
        }
        return names;
    }

    @Override
    public List<Slot> unused() {
        return absolutePositions
                ? List.of()
                : new Slots()
                        .embedding("embeddings.position_embeddings", size.positions(), embeddingSize)
                        .list();
    }

    @Override
    public HeadLayers layers(Head head) {
        if (head == Head.TOKENS) {
            return HeadLayers.tokens(dropout.hidden());
        }
        var dense = new HeadLayers.Dense("pooler.dense", true, pooler.dropout(), pooler.activation(), Optional.empty());
        return new HeadLayers(HeadLayers.Pooling.FIRST, Optional.of(dense), pooler.classifierDropout(), "classifier");
    }
}
