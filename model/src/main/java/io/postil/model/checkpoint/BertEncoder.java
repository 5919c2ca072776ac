package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.List;
import java.util.Optional;

/**
 * BERT as transformers has it, and its kin: absolute positions, layer normalisation after each part.
 *
 * @param kind names and heads
 * @param epsilon of layer normalisation
 * @param headDropout before the classifier of a sequence
 */
public record BertEncoder(
        Kind kind,
        Dimensions size,
        Activation activation,
        double epsilon,
        int padTokenId,
        Dropouts dropout,
        double headDropout)
        implements Encoder {

    /** What its families name otherwise. */
    @SuppressWarnings("ImmutableEnumChecker") // lists and records of strings are immutable, their types do not say so
    public enum Kind {
        BERT("bert.", Parts.BERT, List.of("classifier"), List.of("cls."), List.of("query", "value")),
        /** RoBERTa, CamemBERT, XLM-R: positions count from after the padding's id. */
        ROBERTA("roberta.", Parts.BERT, List.of("classifier"), List.of("lm_head."), List.of("query", "value")),
        DISTILBERT(
                "distilbert.",
                Parts.DISTILBERT,
                List.of("classifier", "pre_classifier"),
                List.of("vocab_transform.", "vocab_layer_norm.", "vocab_projector."),
                List.of("q_lin", "v_lin"));

        private final String prefix;
        private final Parts parts;

        private final List<String> headModules;

        private final List<String> languageModel;

        private final List<String> queriesAndValues;

        Kind(
                String prefix,
                Parts parts,
                List<String> headModules,
                List<String> languageModel,
                List<String> queriesAndValues) {
            this.prefix = prefix;
            this.parts = parts;
            this.headModules = headModules;
            this.languageModel = languageModel;
            this.queriesAndValues = queriesAndValues;
        }

        public Parts parts() {
            return parts;
        }
    }

    /** The modules of a layer; their names stand after the layer's. */
    public record Parts(
            String layer,
            String query,
            String key,
            String value,
            String attentionOut,
            String attentionNorm,
            String widen,
            String narrow,
            String norm) {
        static final Parts BERT = new Parts(
                "encoder.layer.",
                ".attention.self.query",
                ".attention.self.key",
                ".attention.self.value",
                ".attention.output.dense",
                ".attention.output.LayerNorm",
                ".intermediate.dense",
                ".output.dense",
                ".output.LayerNorm");
        static final Parts DISTILBERT = new Parts(
                "transformer.layer.",
                ".attention.q_lin",
                ".attention.k_lin",
                ".attention.v_lin",
                ".attention.out_lin",
                ".sa_layer_norm",
                ".ffn.lin1",
                ".ffn.lin2",
                ".output_layer_norm");
    }

    @Override
    public int maxTokens() {
        return size.positions() - firstPosition();
    }

    /** The position of the first token. */
    public int firstPosition() {
        return kind == Kind.ROBERTA ? padTokenId + 1 : 0;
    }

    @Override
    public String prefix() {
        return kind.prefix;
    }

    @Override
    public List<String> headModules() {
        return kind.headModules;
    }

    @Override
    public List<String> languageModel() {
        return kind.languageModel;
    }

    @Override
    public List<String> queriesAndValues() {
        return kind.queriesAndValues;
    }

    @Override
    public List<Slot> slots() {
        Slots slots = new Slots()
                .embedding("embeddings.word_embeddings", size.vocabulary(), size.hidden())
                .embedding("embeddings.position_embeddings", size.positions(), size.hidden());
        if (size.tokenTypes() > 0) {
            slots.embedding("embeddings.token_type_embeddings", size.tokenTypes(), size.hidden());
        }
        slots.norm("embeddings.LayerNorm", size.hidden());
        for (int i = 0; i < size.layers(); i++) {
            layer(slots, kind.parts, kind.parts.layer() + i);
        }
        return slots.list();
    }

    private void layer(Slots slots, Parts parts, String name) {
        int hidden = size.hidden();
        for (String part : List.of(parts.query(), parts.key(), parts.value(), parts.attentionOut())) {
            slots.linear(name + part, hidden, hidden);
        }
        slots.norm(name + parts.attentionNorm(), hidden)
                .linear(name + parts.widen(), size.intermediate(), hidden)
                .linear(name + parts.narrow(), hidden, size.intermediate())
                .norm(name + parts.norm(), hidden);
    }

    @Override
    public List<Slot> unused() {
        return kind == Kind.DISTILBERT
                ? List.of()
                : new Slots()
                        .linear("pooler.dense", size.hidden(), size.hidden())
                        .list();
    }

    @Override
    public HeadLayers layers(Head head) {
        if (head == Head.TOKENS) {
            return HeadLayers.tokens(kind == Kind.DISTILBERT ? dropout.hidden() : headDropout);
        }
        return switch (kind) {
            case BERT -> sequence("pooler.dense", 0, Activation.TANH, "classifier");
            case ROBERTA -> sequence("classifier.dense", headDropout, Activation.TANH, "classifier.out_proj");
            case DISTILBERT -> sequence("pre_classifier", 0, Activation.RELU, "classifier");
        };
    }

    private HeadLayers sequence(String dense, double before, Activation act, String classifier) {
        var layer = new HeadLayers.Dense(dense, true, before, act, Optional.empty());
        return new HeadLayers(HeadLayers.Pooling.FIRST, Optional.of(layer), headDropout, classifier);
    }
}
